using System.Text.Json.Nodes;
using Azure.Core;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>A template that a policy refuses. Azure.ResourceManager 1.7.0 has no types for deployments; its pipeline sends them.</summary>
public sealed class DeploymentStoryTests
{
    private const string Deployment = Subscription + "/resourceGroups/rg/providers/Microsoft.Resources/deployments/first";
    private const string Version = "2022-09-01";

    [Fact]
    public async Task Template_with_a_violation_is_refused_before_anything_is_written()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();

        var (status, body) = await azure.SendAsync(RequestMethod.Put, $"{Deployment}?api-version={Version}", Template("stgood", "stopen"));

        Assert.Equal((400, "InvalidTemplateDeployment"), (status, body?["error"]?["code"]?.ToString()));
        var detail = Assert.Single(Assert.IsType<JsonArray>(body?["error"]?["details"]));
        Assert.Equal(("RequestDisallowedByPolicy", "stopen"), (detail?["code"]?.ToString(), detail?["target"]?.ToString()));
        Assert.False((await azure.Arm.GetGenericResources().ExistsAsync(AccountId("stgood"))).Value);
    }

    // Only the account whose name is 'stopen' answers to http.
    private static JsonObject Template(params string[] accounts) => new()
    {
        ["properties"] = new JsonObject
        {
            ["mode"] = "Incremental",
            ["template"] = new JsonObject
            {
                ["$schema"] = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                ["contentVersion"] = "1.0.0.0",
                ["resources"] = new JsonArray([.. accounts.Select(name => new JsonObject
                {
                    ["type"] = "Microsoft.Storage/storageAccounts",
                    ["apiVersion"] = "2023-05-01",
                    ["name"] = name,
                    ["location"] = "westeurope",
                    ["kind"] = "StorageV2",
                    ["sku"] = new JsonObject { ["name"] = "Standard_LRS" },
                    ["properties"] = new JsonObject { ["supportsHttpsTrafficOnly"] = name != "stopen" },
                })]),
            },
        },
    };
}

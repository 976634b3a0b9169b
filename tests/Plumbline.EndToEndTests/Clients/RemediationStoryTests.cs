using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>A modify at a write and by remediation. Azure.ResourceManager has no types for remediations and role assignments.</summary>
public sealed class RemediationStoryTests
{
    private const string TagContributor = "4a9ae827-6dc8-4573-8ac7-8239d42aa03f";
    private const string Remediation = Subscription + "/providers/Microsoft.PolicyInsights/remediations/tag-them";

    private static readonly PolicyDefinitionData CostCenter = new()
    {
        Mode = "Indexed",
        PolicyRule = BinaryData.FromString($$"""
            {
              "if": { "allOf": [{ "field": "type", "equals": "Microsoft.Storage/storageAccounts" }, { "field": "tags.costCenter", "exists": "false" }] },
              "then": { "effect": "modify", "details": {
                "roleDefinitionIds": ["/providers/Microsoft.Authorization/roleDefinitions/{{TagContributor}}"],
                "operations": [{ "operation": "addOrReplace", "field": "tags.costCenter", "value": "cc-42" }] } }
            }
            """),
    };

    [Fact]
    public async Task Accounts_get_a_tag_when_they_are_written_and_by_remediation()
    {
        await using var azure = await StartAsync();
        var resources = azure.Arm.GetGenericResources();
        await azure.Estate.GetResourceGroups().CreateOrUpdateAsync(WaitUntil.Completed, "rg", new(AzureLocation.WestEurope));
        await resources.CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stbefore"), Account(https: true));
        await AssignAsync(azure);

        var after = (await resources.CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stafter"), Account(https: true))).Value;
        await azure.ScanAsync();
        var scanned = await azure.StatesAsync("cost-center");
        await azure.RunAsync(RequestMethod.Put, $"{Remediation}?api-version={InsightsVersion}", Properties(("policyAssignmentId", Subscription + "/providers/Microsoft.Authorization/policyAssignments/cost-center")));
        var ended = await EndedAsync(azure);
        var before = (await resources.GetAsync(AccountId("stbefore"))).Value;

        Assert.Equal("cc-42", after.Data.Tags["costCenter"]);
        Assert.Equal(["stafter Compliant", "stbefore NonCompliant"], scanned);
        Assert.Contains(ended?["properties"]?["provisioningState"]?.ToString(), (string[])["Succeeded", "Complete"]);
        Assert.Equal("""{"totalDeployments":1,"successfulDeployments":1,"failedDeployments":0}""", ended?["properties"]?["deploymentStatus"]?.ToJsonString());
        Assert.Equal("cc-42", before.Data.Tags["costCenter"]);
    }

    private static async Task AssignAsync(AzureClient azure)
    {
        var definition = (await azure.Estate.GetSubscriptionPolicyDefinitions().CreateOrUpdateAsync(WaitUntil.Completed, "cost-center", CostCenter)).Value;
        var assignment = (await azure.Estate.GetPolicyAssignments().CreateOrUpdateAsync(WaitUntil.Completed, "cost-center", new()
        {
            PolicyDefinitionId = definition.Id,
            Location = AzureLocation.WestEurope,
            ManagedIdentity = new ManagedServiceIdentity(ManagedServiceIdentityType.SystemAssigned),
        })).Value;
        await azure.RunAsync(
            RequestMethod.Put,
            $"{Subscription}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}?api-version=2022-04-01",
            Properties(
                ("roleDefinitionId", $"{Subscription}/providers/Microsoft.Authorization/roleDefinitions/{TagContributor}"),
                ("principalId", $"{assignment.Data.ManagedIdentity.PrincipalId}"),
                ("principalType", "ServicePrincipal")));
    }

    private static async Task<JsonNode?> EndedAsync(AzureClient azure)
    {
        for (var attempt = 0; attempt < 400; attempt++)
        {
            var task = await azure.RunAsync(RequestMethod.Get, $"{Remediation}?api-version={InsightsVersion}");
            if (task?["properties"]?["provisioningState"]?.ToString() is "Succeeded" or "Complete" or "Failed" or "Canceled") return task;
            await Task.Delay(25);
        }

        throw new InvalidOperationException("The remediation does not end.");
    }

    private static JsonObject Properties(params (string Name, string Value)[] properties) =>
        new() { ["properties"] = new JsonObject([.. properties.Select(property => new KeyValuePair<string, JsonNode?>(property.Name, property.Value))]) };
}

using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>Compliance, exemptions and restrictions, which Azure.ResourceManager has no types for, through the pipeline of Azure.Core.</summary>
public sealed class ComplianceStoryTests
{
    [Fact]
    public async Task Account_is_compliant_then_exempt_then_compliant_again()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();
        await azure.Arm.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stgood"), Account(https: true));
        var exemption = $"{AccountId("stgood")}/providers/Microsoft.Authorization/policyExemptions/legacy?api-version=2022-07-01-preview";

        await azure.ScanAsync();
        var first = await azure.StatesAsync("storage");
        var made = await azure.SendAsync(RequestMethod.Put, exemption, new JsonObject
        {
            ["properties"] = new JsonObject { ["policyAssignmentId"] = Assignment, ["exemptionCategory"] = "Waiver", ["policyDefinitionReferenceIds"] = new JsonArray("https") },
        });
        await azure.ScanAsync();
        var second = await azure.StatesAsync("storage");
        var deleted = await azure.SendAsync(RequestMethod.Delete, exemption);
        await azure.ScanAsync();

        Assert.Equal((201, 200), (made.Status, deleted.Status));
        Assert.Equal(["stgood Compliant"], first);
        Assert.Equal(["stgood Exempt"], second);
        Assert.Equal(["stgood Compliant"], await azure.StatesAsync("storage"));
    }

    [Fact]
    public async Task Summary_counts_resources_and_policies()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();
        await azure.Arm.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stgood"), Account(https: true));
        await azure.ScanAsync();

        var summary = await azure.RunAsync(RequestMethod.Post, $"{Subscription}/providers/Microsoft.PolicyInsights/policyStates/latest/summarize?api-version={InsightsVersion}");

        var results = summary?["value"]?[0]?["results"];
        Assert.Equal("0", results?["nonCompliantResources"]?.ToString());
        Assert.Equal("""[{"complianceState":"compliant","count":1}]""", results?["resourceDetails"]?.ToJsonString());
    }

    [Fact]
    public async Task Restrictions_tell_what_would_be_refused()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();

        var answer = await azure.RunAsync(
            RequestMethod.Post,
            $"{Subscription}/resourceGroups/rg/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?api-version={InsightsVersion}",
            JsonNode.Parse("""
                { "resourceDetails": { "apiVersion": "2023-05-01", "resourceContent": {
                    "type": "Microsoft.Storage/storageAccounts", "name": "stnew", "location": "westeurope", "properties": { "supportsHttpsTrafficOnly": false } } } }
                """));

        var evaluation = answer?["contentEvaluationResult"]?["policyEvaluations"]?[0];
        Assert.Equal((HttpsOnly, "NonCompliant"), (evaluation?["policyInfo"]?["policyDefinitionId"]?.ToString(), evaluation?["evaluationResult"]?.ToString()));
    }
}

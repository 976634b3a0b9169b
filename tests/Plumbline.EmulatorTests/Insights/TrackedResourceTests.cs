using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.Deployments.SettingsPolicy;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Insights;

/// <summary>What a deployIfNotExists policy deployed can be asked for.</summary>
public sealed class TrackedResourceTests
{
    private const string Query = "/providers/Microsoft.PolicyInsights/policyTrackedResources/default/queryResults";
    private const string Version = "2018-07-01-preview";

    [Fact]
    public async Task What_a_policy_deployed_is_tracked_until_it_is_deleted()
    {
        await using var session = await DeployedAsync();

        var all = await session.PostAsync(Subscription + Query, Version);
        var ofGroup = await session.PostAsync(Group + Query, Version);
        var ofAssignment = await session.PostAsync($"{Subscription}{Query}?$filter=PolicyAssignmentId eq '{Assignment}' and TrackedResourceId eq '{Setting}'", Version);
        var ofOther = await session.PostAsync($"{Subscription}{Query}?$filter=PolicyAssignmentId eq '{Assignment}2'", Version);
        await session.DeleteAsync(Account, "2023-01-01");
        var deleted = await session.PostAsync(Subscription + Query, Version);

        Assert.Equal([Setting], all.List("trackedResourceId"));
        Assert.Equal(
            $$"""{"policyDefinitionId":"{{Definition}}","policyAssignmentId":"{{Assignment}}","policyAssignmentDisplayName":"Settings","policyAssignmentScope":"{{Subscription}}","policySetDefinitionId":null,"policyDefinitionReferenceId":null}""",
            all.At("value/0/policyDetails"));
        Assert.StartsWith(Group + "/providers/Microsoft.Resources/deployments/PolicyDeployment_", all.At("value/0/createdBy/deploymentId"), StringComparison.Ordinal);
        Assert.Equal(all.At("value/0/createdBy"), all.At("value/0/lastModifiedBy"));
        Assert.Equal((ofGroup.Json.ToJsonString(), 1, 0, 0), (all.Json.ToJsonString(), ofAssignment.List("trackedResourceId").Count(), ofOther.List("trackedResourceId").Count(), deleted.List("trackedResourceId").Count()));
    }

    [Theory]
    [InlineData("/providers/Microsoft.PolicyInsights/policyTrackedResources/latest/queryResults", "InvalidQuery")]
    [InlineData(Query + "?$filter=Nonsense eq 'x'", "InvalidQuery")]
    public async Task Wrong_query_is_refused(string path, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.PostAsync(Subscription + path, Version);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    private static async Task<EmulatorSession> DeployedAsync()
    {
        var session = await StartAssignedAsync();
        await session.PutAsync(Account, "2023-01-01", """{"location":"westeurope","properties":{}}""");
        for (var attempt = 0; attempt < 500 && !(await session.PostAsync(Subscription + Query, Version)).List("trackedResourceId").Any(); attempt++) await Task.Delay(10);
        return session;
    }
}

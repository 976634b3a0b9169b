using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class RemediationRequestTests
{
    private const string Item = Scope + "/providers/Microsoft.PolicyInsights/remediations/fix";

    [Theory]
    [InlineData("""{"properties":{}}""", 400, "InvalidCreateRemediationRequest")]
    [InlineData("""{}""", 400, "InvalidCreateRemediationRequest")]
    [InlineData("""{"properties":{"policyAssignmentId":"/subscriptions/x/providers/Microsoft.Authorization/policyAssignments/none"}}""", 404, "PolicyAssignmentNotFound")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/audit"} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/set"} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/set","policyDefinitionReferenceId":"other"} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/set","policyDefinitionReferenceId":"TAG"} }""", 201, null)]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","policyDefinitionReferenceId":"x"} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","resourceDiscoveryMode":"All"} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","resourceCount":50001} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","parallelDeployments":0} }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","failureThreshold":{"percentage":1.1} } }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","filters":{"resourceIds":["/subscriptions/other/resourceGroups/x"]} } }""", 400, "InvalidCreateRemediationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","filters":["x"],"resourceCount":null} }""", 400, "InvalidCreateRemediationRequest")]
    public async Task Request_is_checked(string body, int status, string? code)
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"));
        await world.AssignAsync("audit", ModifyTag("owner", "me").Replace("\"effect\":\"modify\"", "\"effect\":\"audit\"", StringComparison.Ordinal));
        await world.StoreAsync(Policies + "/policySetDefinitions/set", $$"""{"properties":{"policyDefinitions":[{"policyDefinitionReferenceId":"tag","policyDefinitionId":"{{Policies}}/policyDefinitions/modify"}]} }""");
        await world.StoreAsync(Policies + "/policyAssignments/set", $$"""{"properties":{"policyDefinitionId":"{{Policies}}/policySetDefinitions/set"} }""");

        var answer = await world.SendAsync("PUT", Item, body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Remediation_outside_of_the_assignment_is_refused()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"));
        await world.StoreAsync(Scope + "/resourceGroups/other", """{"location":"westeurope"}""");
        await world.StoreAsync(Scope + "/resourceGroups/other/providers/Microsoft.Authorization/policyAssignments/local", $$"""{"properties":{"policyDefinitionId":"{{Policies}}/policyDefinitions/modify"} }""");

        var answer = await world.SendAsync("PUT", Group + "/providers/Microsoft.PolicyInsights/remediations/fix",
            $$"""{"properties":{"policyAssignmentId":"{{Scope}}/resourceGroups/other/providers/Microsoft.Authorization/policyAssignments/local"} }""");

        Assert.Equal((400, "InvalidCreateRemediationRequest"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task List_holds_what_lies_in_the_scope_and_what_the_filter_asks_for()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"), "a");
        await world.SendAsync("PUT", Item, Body("modify"));
        await world.SendAsync("PUT", Group + "/providers/Microsoft.PolicyInsights/remediations/group", Body("modify"));
        await world.SendAsync("PUT", Accounts + "/a/providers/Microsoft.PolicyInsights/remediations/one", Body("modify"));
        await world.Actions.FinishAsync();
        const string Collection = "/providers/Microsoft.PolicyInsights/remediations";

        Assert.Equal(["fix", "group", "one"], (await world.SendAsync("GET", Scope + Collection)).Names);
        Assert.Equal(["group", "one"], (await world.SendAsync("GET", Group + Collection)).Names);
        Assert.Equal(["one"], (await world.SendAsync("GET", Accounts + "/a" + Collection)).Names);
        Assert.Equal(["fix"], (await world.SendAsync("GET", Scope + Collection, query: ("$filter", "name eq 'fix'"))).Names);
        Assert.Equal(2, (await world.SendAsync("GET", Scope + Collection, query: ("$top", "2"))).Names.Length);
        Assert.Equal(400, (await world.SendAsync("GET", Scope + Collection, query: ("$filter", "nonsense"))).Status);
        Assert.Equal((404, "RemediationNotFound"), (await world.SendAsync("GET", Item + "x") is var missing ? missing.Status : 0, missing.Code));
    }

    [Fact]
    public async Task Older_version_shows_no_younger_properties()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"));
        await world.SendAsync("PUT", Item, Body("modify"));

        var old = await world.SendAsync("GET", Item, version: "2018-07-01-preview");

        Assert.Equal((null, null, null), (old.At("properties/resourceDiscoveryMode"), old.At("properties/resourceCount"), old.At("systemData")));
        Assert.Equal(400, (await world.SendAsync("GET", Item, version: "2020-01-01")).Status);
    }

    private static string Body(string assignment, string more = "") => $$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/{{assignment}}"{{more}} } }""";

    private static async Task<PolicyWorld> WithAccountsAsync(string name, string rule, params string[] accounts)
    {
        var world = await CreateAsync();
        foreach (var account in accounts) await world.StoreAsync($"{Accounts}/{account}", """{"location":"westeurope"}""");
        await world.AssignAsync(name, rule);
        await world.GrantAsync();
        return world;
    }
}

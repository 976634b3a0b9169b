using System.Globalization;
using Plumbline.Emulator.Store;
using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class RemediationTests
{
    private const string Item = Scope + "/providers/Microsoft.PolicyInsights/remediations/fix";
    private const string Log = "/providers/Microsoft.Insights/diagnosticSettings/log";

    [Fact]
    public async Task Modify_is_applied_to_what_does_not_comply()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"), "a", "b");
        await world.StoreAsync(Accounts + "/c", """{"location":"westeurope","tags":{"owner":"me"}}""");

        var accepted = await world.SendAsync("PUT", Item, Body("modify"));
        await world.Actions.FinishAsync();
        var ended = await world.SendAsync("GET", Item);
        var deployments = await world.SendAsync("POST", Item + "/listDeployments");

        Assert.Equal((201, "Accepted", "ExistingNonCompliant", "500", "10"), (accepted.Status, accepted.At("properties/provisioningState"), accepted.At("properties/resourceDiscoveryMode"), accepted.At("properties/resourceCount"), accepted.At("properties/parallelDeployments")));
        Assert.Equal(("Succeeded", """{"totalDeployments":2,"successfulDeployments":2,"failedDeployments":0}"""), (ended.At("properties/provisioningState"), ended.At("properties/deploymentStatus")));
        Assert.Equal("""{"owner":"me"}""", world.Stored(Accounts + "/b", "tags"));
        Assert.Equal([Accounts + "/a", Accounts + "/b"], deployments.List("remediatedResourceId"));
        Assert.Equal(["Succeeded", "Succeeded"], deployments.List("status"));
    }

    [Fact]
    public async Task Deployment_runs_for_each_resource_as_the_identity()
    {
        await using var world = await WithAccountsAsync("deploy", Deploy(), "a", "b");

        await world.SendAsync("PUT", Item, Body("deploy"));
        await world.Actions.FinishAsync();
        var deployments = await world.SendAsync("POST", Item + "/listDeployments");

        Assert.NotNull(world.Store.Current.Find(Accounts + "/a" + Log));
        Assert.NotNull(world.Store.Current.Find(Accounts + "/b" + Log));
        Assert.All(world.Deployments.Asked, asked => Assert.Equal(Principal, asked.Principal.ObjectId));
        Assert.Matches($"^{Group}/providers/Microsoft.Resources/deployments/PolicyDeployment_[0-9]+$", deployments.At("value/0/deploymentId"));
        Assert.Equal("westeurope", deployments.At("value/0/resourceLocation"));
    }

    [Theory]
    [InlineData("deploy", "Microsoft.Resources/deployments/write")]
    [InlineData("modify", "Microsoft.Storage/storageAccounts/write")]
    public async Task Identity_without_the_role_fails_the_remediation(string name, string action)
    {
        await using var world = await CreateAsync();
        await world.StoreAsync(Accounts + "/a", """{"location":"westeurope"}""");
        await world.AssignAsync(name, name == "deploy" ? Deploy() : ModifyTag("owner", "me"));

        await world.SendAsync("PUT", Item, Body(name));
        await world.Actions.FinishAsync();
        var ended = await world.SendAsync("GET", Item);
        var deployments = await world.SendAsync("POST", Item + "/listDeployments");

        Assert.Equal(("Failed", "1 of 1 resources could not be remediated. See the deployments of the remediation."), (ended.At("properties/provisioningState"), ended.At("properties/statusMessage")));
        Assert.Equal(("Failed", "AuthorizationFailed"), (deployments.At("value/0/status"), deployments.At("value/0/error/code")));
        Assert.Contains($"does not have authorization to perform action '{action}' over scope '{Group}/providers/", deployments.At("value/0/error/message"), StringComparison.Ordinal);
        Assert.Null(world.Stored(Accounts + "/a", "tags"));
    }

    [Theory]
    [InlineData("", "Failed", 1)]
    [InlineData(""","failureThreshold":{"percentage":0.5} """, "Succeeded", 1)]
    [InlineData(""","failureThreshold":{"percentage":0.2} """, "Failed", 1)]
    public async Task Failures_are_borne_up_to_the_threshold(string more, string state, int failed)
    {
        await using var world = await WithAccountsAsync("deploy", Deploy(), "bad", "good", "zoo");

        await world.SendAsync("PUT", Item, Body("deploy", more + ""","parallelDeployments":1"""));
        await world.Actions.FinishAsync();
        var ended = await world.SendAsync("GET", Item);

        Assert.Equal((state, failed.ToString(CultureInfo.InvariantCulture)), (ended.At("properties/provisioningState"), ended.At("properties/deploymentStatus/failedDeployments")));
    }

    [Theory]
    [InlineData(""","resourceCount":2 """, new[] { "a", "b" })]
    [InlineData(""","filters":{"locations":["West Europe"]} """, new[] { "a", "b", "c" })]
    [InlineData(""","filters":{"locations":["northeurope"]} """, new string[0])]
    [InlineData($$""","filters":{"resourceIds":["{{Accounts}}/C","{{Accounts}}/none"]} """, new[] { "c" })]
    public async Task Filters_choose_the_resources(string more, string[] expected)
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"), "a", "b", "c");

        await world.SendAsync("PUT", Item, Body("modify", more));
        await world.Actions.FinishAsync();
        var deployments = await world.SendAsync("POST", Item + "/listDeployments");

        Assert.Equal(expected, deployments.List("remediatedResourceId").Select(id => id.Split('/')[^1]));
    }

    [Fact]
    public async Task Remediation_acts_where_enforcement_is_off_and_leaves_the_exempt_alone()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"), "a", "b");
        await world.AssignAsync("modify", ModifyTag("owner", "me"), ""","enforcementMode":"DoNotEnforce" """);
        await world.StoreAsync(Accounts + "/b/providers/Microsoft.Authorization/policyExemptions/e", $$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify","exemptionCategory":"Waiver"} }""");

        await world.SendAsync("PUT", Item, Body("modify"));
        await world.Actions.FinishAsync();

        Assert.Equal(("""{"owner":"me"}""", null), (world.Stored(Accounts + "/a", "tags"), world.Stored(Accounts + "/b", "tags")));
    }

    [Fact]
    public async Task Running_remediation_is_not_deleted_or_changed_and_can_be_cancelled()
    {
        await using var world = await WithAccountsAsync("deploy", Deploy(), "a", "b");
        world.Deployments.Waits = true;
        await world.SendAsync("PUT", Item, Body("deploy", ""","parallelDeployments":1"""));

        var deleted = await world.SendAsync("DELETE", Item);
        var changed = await world.SendAsync("PUT", Item, Body("deploy"));
        var canceling = await world.SendAsync("POST", Item + "/cancel");
        await world.Actions.FinishAsync();
        var ended = await world.SendAsync("GET", Item);
        var again = await world.SendAsync("POST", Item + "/cancel");
        var gone = await world.SendAsync("DELETE", Item);
        var missing = await world.SendAsync("DELETE", Item);

        Assert.Equal((400, "InvalidDeleteRemediationRequest"), (deleted.Status, deleted.Code));
        Assert.Equal((400, "InvalidCreateRemediationRequest"), (changed.Status, changed.Code));
        Assert.Equal((200, "Cancelling"), (canceling.Status, canceling.At("properties/provisioningState")));
        Assert.Equal("Canceled", ended.At("properties/provisioningState"));
        Assert.Equal((400, "InvalidCancelRemediationRequest"), (again.Status, again.Code));
        Assert.Equal((200, 204), (gone.Status, missing.Status));
        Assert.Empty(world.Store.Current.OfType("Microsoft.PolicyInsights/remediations/deployments"));
    }

    [Fact]
    public async Task Interrupted_remediation_goes_on_at_the_next_start()
    {
        await using var world = await WithAccountsAsync("deploy", Deploy(), "a", "b");
        world.Deployments.Waits = true;
        await world.SendAsync("PUT", Item, Body("deploy"));
        await world.Actions.DisposeAsync();
        var interrupted = await world.SendAsync("GET", Item);

        var next = PolicyWorld.Of(new ArmStore(world.Store.Current));
        await next.Actions.FinishAsync();
        var ended = await next.SendAsync("GET", Item);
        await next.DisposeAsync();

        Assert.NotEqual("Succeeded", interrupted.At("properties/provisioningState"));
        Assert.Equal("Succeeded", ended.At("properties/provisioningState"));
        Assert.NotNull(next.Store.Current.Find(Accounts + "/b" + Log));
    }

    [Fact]
    public async Task Remediation_that_ended_can_be_started_again()
    {
        await using var world = await WithAccountsAsync("modify", ModifyTag("owner", "me"), "a");
        await world.SendAsync("PUT", Item, Body("modify"));
        await world.Actions.FinishAsync();
        await world.StoreAsync(Accounts + "/b", """{"location":"westeurope"}""");

        var again = await world.SendAsync("PUT", Item, Body("modify"));
        await world.Actions.FinishAsync();

        Assert.Equal(200, again.Status);
        Assert.Equal("""{"owner":"me"}""", world.Stored(Accounts + "/b", "tags"));
    }

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

using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class AttestationTests
{
    private const string Collection = Scope + "/providers/Microsoft.PolicyInsights/attestations";
    private const string Item = Collection + "/checked";

    [Fact]
    public async Task Attestation_is_kept_and_shown()
    {
        await using var world = await WithManualAsync();

        var created = await world.SendAsync("PUT", Item, Body(""","complianceState":"Compliant","owner":"me","evidence":[{"description":"d","sourceUri":"https://example.org"}]"""));
        var updated = await world.SendAsync("PUT", Item, Body(""","complianceState":"NonCompliant","assessmentDate":"2026-01-01T00:00:00Z" """));
        var shown = await world.SendAsync("GET", Item);
        var old = await world.SendAsync("GET", Item, version: "2021-01-01");

        Assert.Equal((201, 200, 200), (created.Status, updated.Status, shown.Status));
        Assert.Equal(("Succeeded", "NonCompliant"), (shown.At("properties/provisioningState"), shown.At("properties/complianceState")));
        Assert.Equal("2026-01-01T00:00:00Z", shown.At("properties/assessmentDate"));
        Assert.NotNull(shown.At("properties/lastComplianceStateChangeAt"));
        Assert.Null(old.At("properties/assessmentDate"));
    }

    [Fact]
    public async Task Attested_state_is_that_of_the_resource()
    {
        await using var world = await WithManualAsync();
        await world.SendAsync("PUT", Item, Body(""","complianceState":"Compliant" """));

        var written = await world.WriteAsync(Scope, """{"subscriptionId":"11111111-2222-3333-4444-555555555555","displayName":"s"}""");

        Assert.Equal("Compliant", Assert.Single(written.Records).State.ToString());
    }

    [Theory]
    [InlineData("""{"properties":{}}""", 400, "InvalidCreateAttestationRequest")]
    [InlineData("""{"properties":{"policyAssignmentId":"/subscriptions/x/providers/Microsoft.Authorization/policyAssignments/none"}}""", 404, "PolicyAssignmentNotFound")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/manual","complianceState":"Perhaps"} }""", 400, "InvalidCreateAttestationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/manual","expiresOn":"2001-01-01T00:00:00Z"} }""", 400, "InvalidCreateAttestationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/manual","policyDefinitionReferenceId":"none"} }""", 400, "InvalidCreateAttestationRequest")]
    [InlineData($$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/modify"} }""", 400, "InvalidCreateAttestationRequest")]
    public async Task Request_is_checked(string body, int status, string code)
    {
        await using var world = await WithManualAsync();
        await world.AssignAsync("modify", ModifyTag("a", "1"));

        var answer = await world.SendAsync("PUT", Item, body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task List_and_delete_are_by_scope()
    {
        await using var world = await WithManualAsync();
        await world.SendAsync("PUT", Item, Body());
        await world.SendAsync("PUT", Group + "/providers/Microsoft.PolicyInsights/attestations/group", Body());

        Assert.Equal(["checked", "group"], (await world.SendAsync("GET", Collection)).Names);
        Assert.Equal(["group"], (await world.SendAsync("GET", Group + "/providers/Microsoft.PolicyInsights/attestations")).Names);
        Assert.Equal(["checked"], (await world.SendAsync("GET", Collection, query: ("$top", "1"))).Names);
        Assert.Equal((200, 204, 404), ((await world.SendAsync("DELETE", Item)).Status, (await world.SendAsync("DELETE", Item)).Status, (await world.SendAsync("GET", Item)).Status));
    }

    private static string Body(string more = "") => $$"""{"properties":{"policyAssignmentId":"{{Policies}}/policyAssignments/manual"{{more}} } }""";

    private static async Task<PolicyWorld> WithManualAsync()
    {
        var world = await CreateAsync();
        await world.AssignAsync("manual", Manual, mode: "All");
        return world;
    }
}

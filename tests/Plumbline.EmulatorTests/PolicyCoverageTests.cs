using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests;

public sealed class PolicyCoverageTests
{
    private const string Group = Subscription + "/resourceGroups/rg";
    private const string Exemption = Group + "/providers/Microsoft.Authorization/policyExemptions/legacy";
    private const string ExemptionVersion = "2022-07-01-preview";
    private const string States = "/providers/Microsoft.PolicyInsights/policyStates/latest";

    [Fact]
    public async Task Exempt_write_is_written_and_recorded_as_exempt()
    {
        await using var session = await AssignedAsync();

        var exempted = await session.PutAsync(Exemption, ExemptionVersion, ExemptionBody("2026-03-04T05:06:08Z"));
        var written = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));
        var states = await ScanAsync(session);

        Assert.Equal((201, 201), (exempted.Status, written.Status));
        Assert.Equal("Exempt", states.At("value/0/complianceState"));
        Assert.Equal(1, (int?)states.Json["@odata.count"]);
    }

    [Fact]
    public async Task Exemption_that_has_expired_is_not_honoured()
    {
        await using var session = await AssignedAsync();

        await session.PutAsync(Exemption, ExemptionVersion, ExemptionBody("2026-03-04T05:06:07Z"));
        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal(403, denied.Status);
    }

    [Fact]
    public async Task Exemption_that_is_deleted_is_over()
    {
        await using var session = await AssignedAsync();

        await session.PutAsync(Exemption, ExemptionVersion, ExemptionBody("2030-01-01"));
        var deleted = await session.DeleteAsync(Exemption, ExemptionVersion);
        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal((200, 403), (deleted.Status, denied.Status));
    }

    [Fact]
    public async Task Exemption_that_cannot_be_read_is_refused()
    {
        await using var session = await AssignedAsync();

        var refused = await session.PutAsync(Exemption, ExemptionVersion, $$"""{"properties": {"policyAssignmentId": "{{Assignment}}", "exemptionCategory": "Waived"} }""");

        Assert.Equal((400, "InvalidCreatePolicyExemptionRequest"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Exemption_from_an_assignment_that_does_not_exist_is_refused()
    {
        await using var session = await AssignedAsync();

        var refused = await session.PutAsync(Exemption, ExemptionVersion, """{"properties": {"policyAssignmentId": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/none", "exemptionCategory": "Waiver"}}""");

        Assert.Equal((404, "PolicyAssignmentNotFound"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Exemption_is_no_resource_of_a_list()
    {
        await using var session = await AssignedAsync();
        await session.PutAsync(Exemption, ExemptionVersion, ExemptionBody("2030-01-01"));

        var listed = await session.GetAsync(Group + "/resources", "2021-04-01");

        Assert.Equal("""{"value":[]}""", listed.Json.ToJsonString());
    }

    [Theory]
    [InlineData(""", "resourceSelectors": [{ "selectors": [{ "kind": "resourceLocation", "in": ["eastus"] }] }]""", 201)]
    [InlineData(""", "resourceSelectors": [{ "selectors": [{ "kind": "resourceLocation", "in": ["West Europe"] }] }]""", 403)]
    [InlineData(""", "overrides": [{ "kind": "policyEffect", "value": "audit" }]""", 201)]
    [InlineData(""", "enforcementMode": "Enroll" """, 201)]
    public async Task Assignment_is_honoured_with_all_it_says(string more, int status)
    {
        await using var session = await AssignedAsync(more);

        var written = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal(status, written.Status);
    }

    [Fact]
    public async Task Enrolled_write_is_refused()
    {
        await using var session = await AssignedAsync(""", "enforcementMode": "Enroll" """);

        await session.PutAsync(Group + "/providers/Microsoft.Authorization/policyEnrollments/pilot", "2026-01-01-preview", $$"""{"properties": {"policyAssignmentId": "{{Assignment}}"} }""");
        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal(403, denied.Status);
    }

    [Fact]
    public async Task Assignment_with_a_selector_that_cannot_be_read_is_refused()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var refused = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition, """, "resourceSelectors": [{ "selectors": [{ "kind": "resourceType" }] }]"""));

        Assert.Equal((400, "InvalidCreatePolicyAssignmentRequest"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Attested_resource_has_the_attested_state()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, """{"properties":{"mode":"Indexed","policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"manual"}}}}""");
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        var before = await ScanAsync(session);
        await session.PutAsync(Apps + "/web/providers/Microsoft.PolicyInsights/attestations/yes", InsightsVersion, $$"""{"properties": {"policyAssignmentId": "{{Assignment}}", "complianceState": "Compliant"} }""");
        var after = await ScanAsync(session);

        Assert.Equal(("Unknown", "Compliant"), (before.At("value/0/complianceState"), after.At("value/0/complianceState")));
    }

    private static string ExemptionBody(string expiresOn) =>
        $$"""{"properties": {"policyAssignmentId": "{{Assignment}}", "exemptionCategory": "Waiver", "expiresOn": "{{expiresOn}}"} }""";

    private static async Task<EmulatorSession> AssignedAsync(string assignment = "")
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition, assignment));
        return session;
    }

    // Polls as a client does; the scan ends by itself.
    private static async Task<Answer> ScanAsync(EmulatorSession session)
    {
        var accepted = await session.PostAsync(Subscription + States + "/triggerEvaluation", InsightsVersion);
        while (true)
        {
            using var poll = new HttpRequestMessage(HttpMethod.Get, accepted.Headers["Location"]);
            if ((await session.SendAsync(poll)).Status != 202) return await session.PostAsync(Subscription + States + "/queryResults", InsightsVersion);
            await Task.Yield();
        }
    }
}

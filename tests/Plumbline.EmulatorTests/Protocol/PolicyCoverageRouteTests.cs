using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class PolicyCoverageRouteTests
{
    private const string Version = "2022-07-01-preview";
    private const string Group = Subscription + "/resourceGroups/rg";

    [Fact]
    public async Task Exemption_is_created_updated_and_shown_in_the_service_s_words()
    {
        await using var session = await PreparedAsync();
        var path = Authorization + "/policyExemptions/e";

        var created = await session.PutAsync(path, Version, Exemption("""  "exemptionCategory": "waiver" """));
        var updated = await session.PutAsync(path, Version, Exemption("""  "exemptionCategory": "Mitigated", "assignmentScopeValidation": "donotvalidate" """));
        var old = await session.GetAsync(path, "2020-07-01-preview");
        var deleted = await session.DeleteAsync(path, Version);
        var missing = await session.GetAsync(path, Version);

        Assert.Equal((201, "Waiver", null), (created.Status, created.At("properties/exemptionCategory"), created.At("properties/provisioningState")));
        Assert.Equal((200, "DoNotValidate"), (updated.Status, updated.At("properties/assignmentScopeValidation")));
        Assert.Null(old.At("properties/assignmentScopeValidation"));
        Assert.Equal((200, 404, "PolicyExemptionNotFound"), (deleted.Status, missing.Status, missing.Code));
    }

    [Fact]
    public async Task Exemptions_are_listed_by_scope_expiry_and_assignment()
    {
        await using var session = await PreparedAsync();
        await session.PutOkAsync(Authorization + "/policyExemptions/above", Exemption("""  "exemptionCategory": "Waiver" """), Version);
        await session.PutOkAsync(Group + "/providers/Microsoft.Authorization/policyExemptions/at", Exemption("""  "exemptionCategory": "Waiver", "expiresOn": "2020-01-01T00:00:00Z" """), Version);
        await session.PutOkAsync(Apps + "/a/providers/Microsoft.Authorization/policyExemptions/below", Exemption("""  "exemptionCategory": "Waiver" """), Version);
        async Task<string> ListAsync(string filter) => string.Join(' ', (await session.GetAsync($"{Group}/providers/Microsoft.Authorization/policyExemptions{filter}", Version)).Names);

        Assert.Equal("above at below", await ListAsync(""));
        Assert.Equal("above at", await ListAsync("?$filter=atScope()"));
        Assert.Equal("at", await ListAsync("?$filter=atExactScope()"));
        Assert.Equal("above below", await ListAsync("?$filter=excludeExpired()"));
        Assert.Equal("", await ListAsync("?$filter=policyAssignmentId eq 'x'"));
        Assert.Equal("above at below", await ListAsync($"?$filter=policyAssignmentId eq '{Assignment}'"));
    }

    [Theory]
    [InlineData("""  "exemptionCategory": "Other" """, "InvalidCreatePolicyExemptionsRequest")]
    [InlineData("""  "exemptionCategory": "Waiver", "policyDefinitionReferenceIds": ["nothing"] """, "InvalidCreatePolicyExemptionRequest")]
    public async Task Exemption_that_cannot_be_is_refused(string members, string code)
    {
        await using var session = await PreparedAsync();

        var answer = await session.PutAsync(Authorization + "/policyExemptions/e", Version, Exemption(members));

        Assert.Equal(400, answer.Status);
        Assert.Equal(code.Replace("ExemptionsR", "ExemptionR", StringComparison.Ordinal), answer.Code);
    }

    [Fact]
    public async Task Exemption_outside_of_the_assignment_s_scope_needs_to_say_so()
    {
        await using var session = await PreparedAsync();
        var inner = Group + "/providers/Microsoft.Authorization/policyAssignments/inner";
        await session.PutOkAsync(inner, AssignmentBody(Set));
        string Body(string more) => $$"""{"properties":{"policyAssignmentId":"{{inner}}","exemptionCategory":"Waiver"{{more}} } }""";

        var refused = await session.PutAsync(Authorization + "/policyExemptions/e", Version, Body(""));
        var accepted = await session.PutAsync(Authorization + "/policyExemptions/e", Version, Body(""","assignmentScopeValidation":"DoNotValidate" """));

        Assert.Equal((400, 201), (refused.Status, accepted.Status));
    }

    [Fact]
    public async Task Patch_changes_selectors_and_scope_validation_and_nothing_else()
    {
        await using var session = await PreparedAsync();
        var path = Authorization + "/policyEnrollments/e";
        await session.PutAsync(path, "2026-01-01-preview", $$"""{"properties":{"policyAssignmentId":"{{Assignment}}"} }""");

        var patched = await session.SendAsync(HttpMethod.Patch, path, "2026-01-01-preview", """{"properties":{"assignmentScopeValidation":"DoNotValidate"}}""");
        var other = await session.SendAsync(HttpMethod.Patch, path, "2026-01-01-preview", """{"properties":{"displayName":"x"}}""");
        var missing = await session.SendAsync(HttpMethod.Patch, path + "x", "2026-01-01-preview", """{"properties":{}}""");
        var old = await session.SendAsync(HttpMethod.Patch, Authorization + "/policyExemptions/e", "2020-07-01-preview", """{"properties":{}}""");

        Assert.Equal((200, "DoNotValidate"), (patched.Status, patched.At("properties/assignmentScopeValidation")));
        Assert.Equal(patched.Headers["ETag"], patched.At("eTag"));
        Assert.Equal((400, 404, 405), (other.Status, missing.Status, old.Status));
    }

    [Fact]
    public async Task Variables_are_kept_and_manifests_are_none()
    {
        await using var session = await PreparedAsync();
        var variable = Authorization + "/variables/v";
        await session.PutOkAsync(variable, """{"properties":{"columns":[{"columnName":"c"}]}}""", "2022-08-01-preview");
        await session.PutOkAsync(variable + "/values/x", """{"properties":{"values":[{"columnName":"c","columnValue":1}]}}""", "2022-08-01-preview");

        var values = await session.GetAsync(variable + "/values", "2022-08-01-preview");
        var manifests = await session.GetAsync("/providers/Microsoft.Authorization/dataPolicyManifests", "2020-09-01");
        var manifest = await session.GetAsync("/providers/Microsoft.Authorization/dataPolicyManifests/Microsoft.KeyVault.Data", "2020-09-01");

        Assert.Equal(["x"], values.Names);
        Assert.Null(values.At("value/0/properties/provisioningState"));
        Assert.Equal((200, Array.Empty<string>()), (manifests.Status, manifests.Names));
        Assert.Equal((404, "DataPolicyManifestNotFound"), (manifest.Status, manifest.Code));
    }

    private static string Exemption(string members) => $$"""{ "properties": { "policyAssignmentId": "{{Assignment}}", {{members}} } }""";

    private static async Task<EmulatorSession> PreparedAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Set));
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        return session;
    }
}

using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests;

public sealed class EnforcementTests
{
    [Fact]
    public async Task Denied_write_names_the_policies_and_changes_nothing()
    {
        await using var session = await AssignedAsync(Definition);

        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));
        var after = await session.GetAsync(Apps + "/web", ResourceVersion);

        Assert.Equal((403, "RequestDisallowedByPolicy", "web", 404), (denied.Status, denied.Code, denied.At("error/target"), after.Status));
        Assert.Equal(
            "Resource 'web' was disallowed by policy. Policy identifiers: "
            + $$$"""'[{"policyAssignment":{"name":"Assigned baseline","id":"{{{Assignment}}}"},"policyDefinition":{"name":"No external ingress","id":"{{{Definition}}}"}}]'.""",
            denied.Message);
    }

    [Fact]
    public async Task Denial_through_an_initiative_explains_itself()
    {
        await using var session = await AssignedAsync(Set, """, "nonComplianceMessages": [{ "message": "General." }, { "message": "Keep it internal.", "policyDefinitionReferenceId": "ingress" }]""");

        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal("Resource 'web' was disallowed by policy. Reasons: 'Keep it internal.'. See error details for policy resource IDs.", denied.Message);
        AssertJson(
            $$"""
            [{"type":"PolicyViolation","info":{
              "evaluationDetails":{"evaluatedExpressions":[
                {"result":"True","expressionKind":"Field","expression":"type","path":"type","expressionValue":"Microsoft.App/containerApps","targetValue":"Microsoft.App/containerApps","operator":"Equals"},
                {"result":"True","expressionKind":"Field","expression":"Microsoft.App/containerApps/configuration.ingress.external","path":"properties.configuration.ingress.external","expressionValue":true,"targetValue":true,"operator":"Equals"}],
                "reason":"Keep it internal."},
              "policyDefinitionId":"{{Definition}}",
              "policySetDefinitionId":"{{Set}}",
              "policyDefinitionReferenceId":"ingress",
              "policySetDefinitionName":"baseline",
              "policySetDefinitionDisplayName":"Baseline",
              "policyDefinitionName":"no-external-ingress",
              "policyDefinitionDisplayName":"No external ingress",
              "policyDefinitionEffect":"Deny",
              "policyAssignmentId":"{{Assignment}}",
              "policyAssignmentName":"baseline",
              "policyAssignmentDisplayName":"Assigned baseline",
              "policyAssignmentScope":"{{Subscription}}",
              "policyAssignmentParameters":{},
              "policyExemptionIds":[]} }]
            """,
            denied.At("error/additionalInfo"));
    }

    [Theory]
    [InlineData(""", "enforcementMode": "DoNotEnforce" """)]
    [InlineData(""", "parameters": { "effect": { "value": "Audit" } } """)]
    [InlineData(""", "parameters": { "effect": { "value": "Disabled" } } """)]
    [InlineData($$""", "notScopes": ["{{Subscription}}/resourceGroups/RG"] """)]
    public async Task Violation_that_is_not_enforced_is_written(string assignment)
    {
        await using var session = await AssignedAsync(Definition, assignment);

        var written = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal(201, written.Status);
    }

    [Fact]
    public async Task Compliant_write_is_written()
    {
        await using var session = await AssignedAsync(Definition);

        var written = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: false));

        Assert.Equal(201, written.Status);
    }

    [Fact]
    public async Task Definition_that_cannot_be_evaluated_denies()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var broken = DefinitionBody.Replace("Microsoft.App/containerApps/configuration.ingress.external", "Microsoft.App/containerApps/noSuchAlias", StringComparison.Ordinal);
        await session.PutOkAsync(Definition, broken);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));

        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: false));

        Assert.Equal((403, "RequestDisallowedByPolicy"), (denied.Status, denied.Code));
    }

    [Fact]
    public async Task Assignment_of_a_resource_group_reaches_no_other()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.WithGroupAsync("other");
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Subscription + "/resourceGroups/other/providers/Microsoft.Authorization/policyAssignments/local", AssignmentBody(Definition));

        var here = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));
        var there = await session.PutAsync(Subscription + "/resourceGroups/OTHER/providers/Microsoft.App/containerApps/web", ResourceVersion, App(external: true));

        Assert.Equal((201, 403), (here.Status, there.Status));
    }

    [Fact]
    public async Task Resource_group_is_denied_in_mode_All()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, """
            {"properties":{"mode":"All","policyRule":{"if":{"allOf":[
              {"field":"type","equals":"Microsoft.Resources/subscriptions/resourceGroups"},{"field":"tags['owner']","exists":"false"}]},"then":{"effect":"deny"}}}}
            """);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));

        var bare = await session.PutAsync(Subscription + "/resourceGroups/rg", "2021-04-01", """{"location":"westeurope"}""");
        var tagged = await session.PutAsync(Subscription + "/resourceGroups/rg", "2021-04-01", """{"location":"westeurope","tags":{"owner":"me"}}""");

        Assert.Equal((403, 201), (bare.Status, tagged.Status));
    }

    private static async Task<EmulatorSession> AssignedAsync(string definitionId, string assignment = "")
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(definitionId, assignment));
        return session;
    }

    private static void AssertJson(string expected, string? actual) => Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), actual);
}

using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Insights;

public sealed class PolicyRestrictionTests
{
    private const string Check = "/providers/Microsoft.PolicyInsights/checkPolicyRestrictions";
    private const string External = "Microsoft.App/containerApps/configuration.ingress.external";
    private const string Root = "/providers/Microsoft.Management/managementGroups/" + Tenant;
    private static readonly string Content = """{ "type": "Microsoft.App/containerApps", "properties": { "configuration": { "ingress": { "external": true } } } }""";

    [Fact]
    public async Task Content_that_is_refused_whatever_comes_is_told_with_its_reasons()
    {
        await using var session = await AssignedAsync("ingress", Deny($$"""{ "field": "{{External}}", "equals": true }"""), """, "nonComplianceMessages": [{ "message": "Keep it inside" }]""");

        var answer = await AskAsync(session, Content);

        Assert.Equal("[]", answer.At("fieldRestrictions"));
        Assert.Equal(("NonCompliant", "Deny"), (answer.At("contentEvaluationResult/policyEvaluations/0/evaluationResult"), answer.At("contentEvaluationResult/policyEvaluations/0/effectDetails/policyEffect")));
        Assert.Equal(
            $$"""{"policyDefinitionId":"{{Authorization}}/policyDefinitions/ingress","policyAssignmentId":"{{Authorization}}/policyAssignments/ingress"}""",
            answer.At("contentEvaluationResult/policyEvaluations/0/policyInfo"));
        Assert.Equal("Keep it inside", answer.At("contentEvaluationResult/policyEvaluations/0/evaluationDetails/reason"));
        Assert.Equal(External, answer.At("contentEvaluationResult/policyEvaluations/0/evaluationDetails/evaluatedExpressions/1/expression"));
    }

    [Fact]
    public async Task Content_that_says_nothing_yet_is_not_refused()
    {
        await using var session = await AssignedAsync("ingress", Deny($$"""{ "field": "{{External}}", "notEquals": false }"""));

        var silent = await AskAsync(session, """{ "type": "Microsoft.App/containerApps" }""");
        var said = await AskAsync(session, Content);

        Assert.Equal("[]", silent.At("contentEvaluationResult/policyEvaluations"));
        Assert.Equal("NonCompliant", said.At("contentEvaluationResult/policyEvaluations/0/evaluationResult"));
    }

    [Theory]
    [InlineData("""{ "field": "location", "notIn": ["westeurope", "northeurope"] }""", """{ "field": "location", "values": ["westeurope", "eastus", "westus"] }""", "location: Deny eastus westus")]
    [InlineData("""{ "field": "location", "notIn": ["westeurope", "northeurope"] }""", """{ "field": "location" }""", "location: Required westeurope northeurope")]
    [InlineData("""{ "field": "tags['env']", "notIn": ["Prod", "Test"] }""", """{ "field": "tags" }""", "tags.env: Required Prod Test")]
    [InlineData("""{ "field": "[concat('tags[', 'cost center', ']')]", "exists": false }""", """{ "field": "tags" }""", "tags.cost center: Required")]
    [InlineData("""{ "field": "tags.old", "exists": true }""", """{ "field": "tags.old" }""", "tags.old: Deny")]
    [InlineData("""{ "field": "name", "like": "test*" }""", """{ "field": "name", "values": ["test1", "app1"] }""", "name: Deny test1")]
    [InlineData($$"""{ "field": "{{External}}", "equals": true }""", $$"""{ "field": "{{External}}" }""", External + ": Deny true")]
    [InlineData("""{ "allOf": [{ "field": "location", "equals": "eastus" }, { "field": "tags.env", "exists": false }] }""", """{ "field": "location", "values": ["eastus"] }""", "")]
    [InlineData("""{ "field": "location", "equals": "eastus" }""", """{ "field": "kind", "values": ["x"] }""", "")]
    public async Task Pending_fields_are_restricted(string condition, string pending, string expected)
    {
        await using var session = await AssignedAsync("test", Deny(condition));

        var answer = await AskAsync(session, """{ "type": "Microsoft.App/containerApps" }""", $$""", "pendingFields": [{{pending}}]""");

        Assert.Equal(expected, Restrictions(answer));
    }

    [Fact]
    public async Task Append_and_modify_tell_what_they_put_and_remove()
    {
        await using var session = await AssignedAsync("append", Rule("""{ "field": "tags.team", "exists": false }""", """{ "effect": "append", "details": [{ "field": "tags.team", "value": "core" }] }"""));
        await AssignAsync(session, "modify", Rule(
            """{ "value": "1", "equals": "1" }""",
            """{ "effect": "modify", "details": { "roleDefinitionIds": ["/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"], "operations": [{ "operation": "remove", "field": "tags.old" }, { "operation": "add", "field": "tags.by", "value": "policy" }] } }"""),
            identity: """, "identity": { "type": "SystemAssigned" }, "location": "westeurope" """);

        var answer = await AskAsync(session, """{ "type": "Microsoft.App/containerApps" }""", """, "pendingFields": [{ "field": "tags" }]""");

        Assert.Equal("tags.by: Required =policy; tags.old: Removed; tags.team: Required core =core", Restrictions(answer));
    }

    [Fact]
    public async Task Audits_are_told_when_they_are_asked_for()
    {
        await using var session = await AssignedAsync("audit", Rule("""{ "field": "location", "equals": "eastus" }""", """{ "effect": "audit" }"""));
        const string pending = """, "pendingFields": [{ "field": "location", "values": ["eastus"] }]""";

        var without = await AskAsync(session, """{ "type": "Microsoft.App/containerApps" }""", pending);
        var with = await AskAsync(session, """{ "type": "Microsoft.App/containerApps" }""", pending + """, "includeAuditEffect": true""");

        Assert.Equal(("", "location: Audit eastus"), (Restrictions(without), Restrictions(with)));
    }

    [Fact]
    public async Task Assignment_that_is_not_enforced_restricts_nothing()
    {
        await using var session = await AssignedAsync("ingress", Deny($$"""{ "field": "{{External}}", "equals": true }"""), """, "enforcementMode": "DoNotEnforce" """);

        Assert.Equal("[]", (await AskAsync(session, Content)).At("contentEvaluationResult/policyEvaluations"));
    }

    [Fact]
    public async Task Management_group_can_be_asked_which_types_are_allowed()
    {
        await using var session = await AssignedAsync("types", """{ "properties": { "mode": "All", "policyRule": { "if": { "field": "type", "in": ["Microsoft.App/jobs", "Microsoft.Sql/servers"] }, "then": { "effect": "deny" } } } }""", at: Root);

        var answer = await session.SendAsync(HttpMethod.Post, Root + Check, InsightsVersion, """{ "pendingFields": [{ "field": "type" }] }""");

        Assert.Equal("type: Deny Microsoft.App/jobs Microsoft.Sql/servers", Restrictions(answer));
    }

    [Fact]
    public async Task Older_api_version_has_no_effects_and_reasons()
    {
        await using var session = await AssignedAsync("ingress", Deny($$"""{ "field": "{{External}}", "equals": true }"""), """, "nonComplianceMessages": [{ "message": "Keep it inside" }]""");

        var answer = await session.SendAsync(HttpMethod.Post, Subscription + Check, "2020-07-01", $$"""{ "resourceDetails": { "resourceContent": {{Content}} } }""");

        Assert.Equal(("NonCompliant", null, null), (answer.At("contentEvaluationResult/policyEvaluations/0/evaluationResult"), answer.At("contentEvaluationResult/policyEvaluations/0/effectDetails"), answer.At("contentEvaluationResult/policyEvaluations/0/evaluationDetails/reason")));
    }

    [Theory]
    [InlineData("{}", "'resourceDetails.resourceContent' is required and must be an object")]
    [InlineData("""{ "resourceDetails": { "resourceContent": [] } }""", "'resourceDetails.resourceContent' is required and must be an object")]
    [InlineData("""{ "resourceDetails": { "resourceContent": {}, "scope": "/subscriptions/00000000-0000-0000-0000-000000000000" } }""", "'resourceDetails.scope' is not the id of a scope within '/subscriptions/11111111-2222-3333-4444-555555555555'")]
    [InlineData("""{ "resourceDetails": { "resourceContent": {} }, "pendingFields": [{}] }""", "'pendingFields' is not an array of objects with a 'field' and, if any, an array 'values'")]
    [InlineData("""{ "resourceDetails": { "resourceContent": {} }, "includeAuditEffect": 1 }""", "'includeAuditEffect' is not a boolean")]
    public async Task Wrong_request_is_refused(string body, string reason)
    {
        await using var session = await StartAsync();

        var answer = await session.SendAsync(HttpMethod.Post, Subscription + Check, InsightsVersion, body);

        Assert.Equal((400, $"The request content was invalid and could not be deserialized: '{reason}'."), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("2.0", "[]", 400)]
    [InlineData("{}", "2.0", 400)]
    [InlineData("null", "null", 400)]
    [InlineData("{}", "[[]]", 200)]
    [InlineData("""{ "type": 5, "name": {}, "tags": [], "properties": null }""", "[{}]", 200)]
    [InlineData("""{ "type": "", "tags": { "env": "[pending()]" } }""", """["", null, 1]""", 200)]
    public async Task Odd_content_is_answered(string content, string values, int expected)
    {
        await using var session = await AssignedAsync("test", Deny("""{ "field": "tags.env", "exists": false }"""));

        var answer = await session.SendAsync(
            HttpMethod.Post, Subscription + Check, InsightsVersion, $$"""{ "resourceDetails": { "resourceContent": {{content}} }, "pendingFields": [{ "field": "tags.env", "values": {{values}} }, { "field": "no.such" }] }""");

        Assert.Equal(expected, answer.Status);
    }

    private static string Restrictions(Answer answer) => string.Join("; ", (answer.Json["fieldRestrictions"] as JsonArray ?? []).Select(field =>
        $"{field?["field"]}: {string.Join(", ", (field?["restrictions"] as JsonArray ?? []).Select(Restriction))}"));

    private static string Restriction(JsonNode? restriction) =>
        $"{restriction?["result"]}{string.Concat((restriction?["values"] as JsonArray ?? []).Select(value => $" {value}"))}{(restriction?["defaultValue"] is { } value ? $" ={value}" : "")}";

    private static string Deny(string condition) => Rule(condition, """{ "effect": "deny" }""");

    private static string Rule(string condition, string then) =>
        $$"""{ "properties": { "mode": "All", "policyRule": { "if": { "allOf": [{ "field": "type", "equals": "Microsoft.App/containerApps" }, {{condition}}] }, "then": {{then}} } } }""";

    private static Task<Answer> AskAsync(EmulatorSession session, string content, string more = "") => session.SendAsync(
        HttpMethod.Post, Subscription + "/resourceGroups/rg" + Check, InsightsVersion, $$"""{ "resourceDetails": { "resourceContent": {{content}}, "apiVersion": "2025-01-01" }{{more}} }""");

    private static async Task<EmulatorSession> AssignedAsync(string name, string definition, string more = "", string at = Subscription)
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await AssignAsync(session, name, definition, more, at: at);
        return session;
    }

    private static async Task AssignAsync(EmulatorSession session, string name, string definition, string more = "", string identity = "", string at = Subscription)
    {
        var path = at + "/providers/Microsoft.Authorization";
        await session.PutOkAsync($"{path}/policyDefinitions/{name}", definition);
        await session.PutOkAsync($"{path}/policyAssignments/{name}", $$"""{ "properties": { "policyDefinitionId": "{{path}}/policyDefinitions/{{name}}"{{more}} }{{identity}} }""");
    }
}

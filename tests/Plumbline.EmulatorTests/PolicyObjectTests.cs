using System.Text.Json.Nodes;
using Plumbline.Policy.Diagnostics;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests;

public sealed class PolicyObjectTests
{
    private static readonly SourceText BuiltInText = new("builtin.json", $$"""{"name":"{{BuiltIn}}",{{DefinitionBody.Trim()[1..]}}""");

    [Fact]
    public async Task Every_put_answers_201_and_adds_what_the_service_adds()
    {
        await using var session = await StartAsync();

        var created = await session.PutAsync(Definition, PolicyVersion, DefinitionBody);
        var updated = await session.PutAsync(Definition, PolicyVersion, DefinitionBody);

        Assert.Equal((201, 201), (created.Status, updated.Status));
        Assert.Equal("Custom", updated.At("properties/policyType"));
        Assert.Equal("1.0.0", updated.At("properties/version"));
        Assert.Equal("""["1.0.0"]""", updated.At("properties/versions"));
        Assert.Equal("2026-03-04T05:06:07.0000000Z", updated.At("properties/metadata/createdOn"));
        Assert.Null(created.At("properties/metadata/updatedOn"));
        Assert.Equal("2026-03-04T05:06:07.0000000Z", updated.At("properties/metadata/updatedOn"));
        Assert.Equal("Application", updated.At("systemData/createdByType"));
        Assert.Equal(["properties", "id", "type", "name", "systemData"], updated.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Older_version_leaves_younger_properties_out()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, "2020-09-01", DefinitionBody);

        Assert.Null(answer.At("systemData"));
        Assert.Null(answer.At("properties/version"));
        Assert.Null(answer.At("properties/versions"));
    }

    [Fact]
    public async Task Mode_defaults_to_Indexed()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, PolicyVersion, Edit(DefinitionBody, properties => properties.Remove("mode")));

        Assert.Equal("Indexed", answer.At("properties/mode"));
    }

    [Theory]
    [InlineData("policyDefinitions", "PolicyDefinitionNotFound")]
    [InlineData("policySetDefinitions", "PolicySetDefinitionNotFound")]
    [InlineData("policyAssignments", "PolicyAssignmentNotFound")]
    public async Task Missing_object_is_not_found_and_its_delete_is_204(string type, string code)
    {
        await using var session = await StartAsync();

        var get = await session.GetAsync($"{Authorization}/{type}/x", PolicyVersion);
        var delete = await session.DeleteAsync($"{Authorization}/{type}/x", PolicyVersion);

        Assert.Equal((404, code, 204), (get.Status, get.Code, delete.Status));
    }

    [Fact]
    public async Task Rule_that_does_not_parse_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, PolicyVersion, DefinitionBody.Replace("\"equals\": true", "\"equls\": true", StringComparison.Ordinal));

        Assert.Equal((400, "InvalidPolicyRule"), (answer.Status, answer.Code));
        Assert.Equal(
            "Failed to parse policy rule: 'the condition has no operator, so nothing is compared; 'equls' is not a keyword of a condition; Azure rejects the rule'.",
            answer.Message);
    }

    [Fact]
    public async Task Expression_that_does_not_parse_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, PolicyVersion, DefinitionBody.Replace("[parameters('effect')]", "[parameters('effect']", StringComparison.Ordinal));

        Assert.Equal((400, "InvalidPolicyRule"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Parameter_that_the_rule_does_not_use_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, PolicyVersion, DefinitionBody.Replace("[parameters('effect')]", "audit", StringComparison.Ordinal));

        Assert.Equal((400, "UnusedPolicyParameters"), (answer.Status, answer.Code));
        Assert.Equal(
            "The policy 'no-external-ingress' has defined parameters 'effect' which are not used in the policy rule. "
            + "Please either remove these parameters from the definition or ensure that they are used in the policy rule.",
            answer.Message);
    }

    [Fact]
    public async Task Parameter_that_is_not_declared_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Definition, PolicyVersion, DefinitionBody.Replace("[parameters('effect')]", "[parameters('impact')]", StringComparison.Ordinal));

        Assert.Equal((400, "UndefinedPolicyParameter"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Update_that_removes_or_retypes_a_parameter_is_refused()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var removed = await session.PutAsync(Definition, PolicyVersion, Edit(
            DefinitionBody.Replace("[parameters('effect')]", "audit", StringComparison.Ordinal), properties => properties.Remove("parameters")));
        var retyped = await session.PutAsync(Definition, PolicyVersion, Edit(
            DefinitionBody, properties => properties["parameters"] = JsonNode.Parse("""{"effect":{"type":"Array","defaultValue":[]}}""")));

        Assert.Equal((400, "InvalidPolicyParameterUpdate"), (removed.Status, removed.Code));
        Assert.Equal(
            "The existing policy has '1' parameter(s) which is greater than the count of parameter(s) '0' in the policy being added. "
            + "Policy parameters cannot be removed during policy update.",
            removed.Message);
        Assert.Equal((400, "InvalidPolicyParameterUpdate"), (retyped.Status, retyped.Code));
    }

    [Fact]
    public async Task Parameter_without_default_may_be_added_only_while_nothing_uses_the_definition()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        var wider = DefinitionBody
            .Replace("\"equals\": true", "\"equals\": \"[parameters('external')]\"", StringComparison.Ordinal)
            .Replace("\"parameters\": {", "\"parameters\": { \"external\": { \"type\": \"Boolean\" },", StringComparison.Ordinal);
        await session.PutOkAsync(Set, SetBody);

        var used = await session.PutAsync(Definition, PolicyVersion, wider);
        await session.DeleteAsync(Set, PolicyVersion);
        var unused = await session.PutAsync(Definition, PolicyVersion, wider);

        Assert.Equal((400, "InvalidPolicyParameterUpdate", 201), (used.Status, used.Code, unused.Status));
    }

    [Fact]
    public async Task Object_in_use_cannot_be_deleted()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Set));

        var definition = await session.DeleteAsync(Definition, PolicyVersion);
        var set = await session.DeleteAsync(Set, PolicyVersion);
        var assignment = await session.DeleteAsync(Assignment, PolicyVersion);
        var setAgain = await session.DeleteAsync(Set, PolicyVersion);

        Assert.Equal((400, "InvalidDeletePolicyDefinitionRequest"), (definition.Status, definition.Code));
        Assert.Equal((400, "InvalidDeletePolicySetDefinitionRequest"), (set.Status, set.Code));
        Assert.Equal((200, Assignment), (assignment.Status, assignment.At("id")));
        Assert.Equal(200, setAgain.Status);
    }

    [Fact]
    public async Task Set_of_a_missing_definition_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(Set, PolicyVersion, SetBody);

        Assert.Equal((404, "PolicyDefinitionNotFound"), (answer.Status, answer.Code));
        Assert.Equal($"The policy definition '{Definition}' could not be found.", answer.Message);
    }

    [Theory]
    [InlineData("\"effect\": {", "\"impact\": {", "UndefinedPolicyParameter")]
    [InlineData("[parameters('ingressEffect')]", "[parameters('other')]", "UndefinedPolicyParameter")]
    [InlineData("[parameters('ingressEffect')]", "Modify", "PolicyParameterValueNotAllowed")]
    [InlineData("\"defaultValue\": \"Deny\"", "\"defaultValue\": \"deny\"", "InvalidPolicyParameters")]
    [InlineData("\"groupNames\": [\"NS-2\"]", "\"groupNames\": [\"NS-3\"]", "InvalidCreatePolicySetDefinitionRequest")]
    public async Task Set_that_does_not_fit_its_definitions_is_refused(string written, string instead, string code)
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Set, PolicyVersion, SetBody.Replace(written, instead, StringComparison.Ordinal));

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Member_without_reference_id_gets_one()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Set, PolicyVersion, SetBody.Replace("\"policyDefinitionReferenceId\": \"ingress\",", "", StringComparison.Ordinal));

        Assert.Equal("0", answer.At("properties/policyDefinitions/0/policyDefinitionReferenceId"));
    }

    [Fact]
    public async Task Assignment_gets_scope_mode_instance_and_identity()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        var body = $$$"""{"location":"westeurope","identity":{"type":"SystemAssigned"},"properties":{"policyDefinitionId":"{{{Definition}}}"}}""";

        var created = await session.PutAsync(Assignment, PolicyVersion, body);
        var updated = await session.PutAsync(Assignment, PolicyVersion, body);

        Assert.Equal((201, 201), (created.Status, updated.Status));
        Assert.Equal(Subscription, created.At("properties/scope"));
        Assert.Equal("Default", created.At("properties/enforcementMode"));
        Assert.Equal(Tenant, created.At("identity/tenantId"));
        Assert.Equal(created.At("identity/principalId"), updated.At("identity/principalId"));
        Assert.Equal(created.At("properties/instanceId"), updated.At("properties/instanceId"));
    }

    [Theory]
    [InlineData("""{"policyDefinitionId":"/providers/Microsoft.Authorization/policySetDefinitions/x"}""", 404, "PolicySetDefinitionNotFound")]
    [InlineData("""{"policyDefinitionId":"/providers/Microsoft.Authorization/policyDefinitions/x"}""", 404, "PolicyDefinitionNotFound")]
    [InlineData("""{}""", 400, "InvalidCreatePolicyAssignmentRequest")]
    [InlineData("""{"policyDefinitionId":"$definition","enforcementMode":"Sometimes"}""", 400, "InvalidCreatePolicyAssignmentRequest")]
    [InlineData("""{"policyDefinitionId":"$definition","parameters":{"impact":{"value":1}}}""", 400, "UndefinedPolicyParameter")]
    [InlineData("""{"policyDefinitionId":"$definition","parameters":{"effect":{"value":"deny"}}}""", 400, "PolicyParameterValueNotAllowed")]
    [InlineData("""{"policyDefinitionId":"$set","parameters":{"ingressEffect":{"value":"Modify"}}}""", 400, "PolicyParameterValueNotAllowed")]
    [InlineData("""{"policyDefinitionId":"$set","nonComplianceMessages":[{"message":"m","policyDefinitionReferenceId":"x"}]}""", 400, "InvalidCreatePolicyAssignmentRequest")]
    public async Task Assignment_that_does_not_fit_is_refused(string properties, int status, string code)
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        var body = $$"""{"properties":{{properties}}}""".Replace("$definition", Definition, StringComparison.Ordinal).Replace("$set", Set, StringComparison.Ordinal);

        var answer = await session.PutAsync(Assignment, PolicyVersion, body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Value_that_is_not_allowed_is_refused_with_the_allowed_ones()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition, """, "parameters": { "effect": { "value": "deny" } }"""));

        Assert.Equal(
            "The value 'deny' is not allowed for policy parameter 'effect' in policy definition 'no-external-ingress'. The allowed values are 'Audit, Deny, Disabled'.",
            answer.Message);
    }

    [Fact]
    public async Task Parameter_without_default_must_be_given()
    {
        await using var session = await StartAsync();
        await session.PutOkAsync(Definition, DefinitionBody.Replace(", \"defaultValue\": \"Deny\"", "", StringComparison.Ordinal));

        var answer = await session.PutAsync(Assignment, PolicyVersion, AssignmentBody(Definition));

        Assert.Equal((400, "MissingPolicyParameter"), (answer.Status, answer.Code));
        Assert.Equal("The policy assignment 'baseline' is missing the parameter(s) 'effect' as defined in the policy definition 'no-external-ingress'.", answer.Message);
    }

    [Fact]
    public async Task Built_ins_are_read_only_and_listed_beside_custom_definitions()
    {
        await using var session = await StartAsync(builtIns: [BuiltInText]);
        await session.PutOkAsync(Definition, DefinitionBody);
        const string list = Authorization + "/policyDefinitions";

        var all = await session.GetAsync(list, PolicyVersion);
        var custom = await session.GetAsync(list + "?$filter=policyType eq 'Custom'", PolicyVersion);
        var exact = await session.GetAsync(list + "?$filter=atExactScope()", PolicyVersion);
        var tenant = await session.GetAsync("/providers/Microsoft.Authorization/policyDefinitions/" + BuiltIn.ToUpperInvariant(), PolicyVersion);
        var put = await session.PutAsync("/providers/Microsoft.Authorization/policyDefinitions/" + BuiltIn, PolicyVersion, DefinitionBody);

        Assert.Equal([BuiltIn, "no-external-ingress"], all.Names);
        Assert.Equal(["no-external-ingress"], custom.Names);
        Assert.Equal(["no-external-ingress"], exact.Names);
        Assert.Equal("BuiltIn", tenant.At("properties/policyType"));
        Assert.Equal((405, "MethodNotAllowed"), (put.Status, put.Code));
    }

    [Fact]
    public async Task Assignments_are_listed_inside_and_above_the_scope()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        const string group = Subscription + "/resourceGroups/rg/providers/Microsoft.Authorization/policyAssignments";
        await session.PutOkAsync(group + "/local", AssignmentBody(Definition));

        Assert.Equal(["baseline", "local"], (await session.GetAsync(Authorization + "/policyAssignments", PolicyVersion)).Names);
        Assert.Equal(["baseline"], (await session.GetAsync(Authorization + "/policyAssignments?$filter=atScope()", PolicyVersion)).Names);
        Assert.Equal(["baseline", "local"], (await session.GetAsync(group, PolicyVersion)).Names);
        Assert.Equal(["local"], (await session.GetAsync(group + "?$filter=atExactScope()", PolicyVersion)).Names);
    }

    private static string Edit(string document, Action<JsonObject> edit)
    {
        var body = JsonNode.Parse(document) as JsonObject ?? [];
        if (body["properties"] is JsonObject properties) edit(properties);
        return body.ToJsonString();
    }
}

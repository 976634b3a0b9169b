namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RoleDefinitionTooBroadRuleTests
{
    private const string Rule = "role-definition-too-broad";

    [Theory]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-a8ff-443c-a75c-2fe8c4bcb635"], "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "policyRule.then.details.roleDefinitionIds[0]")]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "roleDefinitionIds": ["/providers/Microsoft.Authorization/roleDefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"], "deployment": { "properties": { "template": { "resources": [ { "type": "Microsoft.Authorization/roleAssignments" } ] } } } } }""", "")]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "roleDefinitionIds": ["/providers/Microsoft.Authorization/roleDefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"], "deployment": {} } }""", "policyRule.then.details.roleDefinitionIds[0]")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

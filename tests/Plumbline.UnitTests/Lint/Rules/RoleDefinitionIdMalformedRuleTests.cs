namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RoleDefinitionIdMalformedRuleTests
{
    private const string Rule = "role-definition-id-malformed";

    [Theory]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["4a9ae827-6dc8-4573-8ac7-8239d42aa03f"], "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "policyRule.then.details.roleDefinitionIds[0]")]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["/subscriptions/a/providers/microsoft.authorization/roleDefinitions/4a9ae827-6dc8-4573-8ac7-8239d42aa03f", "[parameters('x')]"], "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

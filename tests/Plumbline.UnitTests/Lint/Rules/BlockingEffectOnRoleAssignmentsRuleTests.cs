namespace Plumbline.UnitTests.Lint.Rules;

public sealed class BlockingEffectOnRoleAssignmentsRuleTests
{
    private const string Rule = "blocking-effect-on-role-assignments";

    [Theory]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "type", "equals": "Microsoft.Authorization/roleAssignments" }, "then": { "effect": "deny" } } } }""", "policyRule")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "type", "equals": "Microsoft.Authorization/roleAssignments" }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "parameters": { "effect": { "type": "String" } }, "policyRule": { "if": { "field": "type", "in": ["a/b", "microsoft.authorization/ROLEASSIGNMENTSCHEDULEREQUESTS"] }, "then": { "effect": "[parameters('effect')]" } } } }""", "policyRule")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "type", "like": "Microsoft.Authorization/*" }, "then": { "effect": "Deny" } } } }""", "policyRule")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "type", "like": "Microsoft.Authorization/policy*" }, "then": { "effect": "Deny" } } } }""", "")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "not": { "field": "type", "equals": "Microsoft.Authorization/roleAssignments" } }, "then": { "effect": "Deny" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ParameterStrongTypeMissingRuleTests
{
    private const string Rule = "parameter-strong-type-missing";

    [Theory]
    [InlineData("""{ "properties": { "parameters": { "a": { "type": "String" } }, "policyRule": { "if": { "field": "type", "equals": "[parameters('a')]" }, "then": { "effect": "audit" } } } }""", "parameters.a")]
    [InlineData("""{ "properties": { "parameters": { "a": { "type": "Array", "defaultValue": ["*"] } }, "policyRule": { "if": { "field": "location", "in": "[parameters('a')]" }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "parameters": { "a": { "type": "String" } }, "policyRule": { "if": { "field": "name", "equals": "[parameters('a')]" }, "then": { "effect": "audit" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

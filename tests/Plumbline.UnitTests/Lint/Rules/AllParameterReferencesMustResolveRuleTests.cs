namespace Plumbline.UnitTests.Lint.Rules;

public sealed class AllParameterReferencesMustResolveRuleTests
{
    private const string Rule = "all-parameter-references-must-resolve";

    [Theory]
    [InlineData("""{ "field": "name", "equals": "[parameters('a')]" }""", "policyRule.if.equals")]
    [InlineData("""{ "field": "name", "equals": "[concat(parameters('a'), parameters('b'))]" }""", "policyRule.if.equals policyRule.if.equals")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));

    [Theory]
    [InlineData("""{ "properties": { "parameters": { "Name": { "type": "String" } }, "policyRule": { "if": { "field": "name", "equals": "[parameters('name')]" }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "[parameters('effect')]" } } } }""", "policyRule.then.effect")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "parameters": { "effect": { "value": "[parameters('effect')]" } } } ] }""", "policyDefinitions[0].parameters.effect.value")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ConditionAlwaysHoldsRuleTests
{
    private const string Rule = "condition-always-holds";

    [Theory]
    [InlineData("""{ "value": true, "equals": "true" }""", "policyRule.if")]
    [InlineData("""{ "allOf": [] }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "notIn": [] }""", "policyRule.if")]
    [InlineData("""{ "count": { "value": [1] }, "greaterOrEquals": 0 }""", "policyRule.if")]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true }, { "field": "name", "exists": "false" } ] }""", "policyRule.if")]
    [InlineData("""{ "value": "[field('name')]", "equals": "a" }""", "")]
    [InlineData("""{ "count": { "value": [1] }, "greater": 0 }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "kind", "equals": "a" }, { "field": "kind", "notEquals": "b" } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

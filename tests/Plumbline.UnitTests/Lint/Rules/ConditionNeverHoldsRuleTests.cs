namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ConditionNeverHoldsRuleTests
{
    private const string Rule = "condition-never-holds";

    [Theory]
    [InlineData("""{ "value": 1, "equals": 2 }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "in": [] }""", "policyRule.if")]
    [InlineData("""{ "anyOf": [] }""", "policyRule.if")]
    [InlineData("""{ "count": { "value": [1] }, "less": 0 }""", "policyRule.if")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "field": "name", "exists": false } ] }""", "policyRule.if")]
    [InlineData("""{ "allOf": [ { "field": "kind", "equals": "a" }, { "field": "kind", "notEquals": "A" } ] }""", "policyRule.if")]
    [InlineData("""{ "allOf": [ { "field": "kind", "equals": "a" }, { "field": "kind", "equals": "[parameters('x')]" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "a.b/c/d[*]", "equals": "a" }, { "field": "a.b/c/d[*]", "equals": "b" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "kind", "equals": "a" }, { "field": "kind", "in": ["b", "A"] } ] }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "kind", "equals": "a" }, { "field": "kind", "equals": "b" } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

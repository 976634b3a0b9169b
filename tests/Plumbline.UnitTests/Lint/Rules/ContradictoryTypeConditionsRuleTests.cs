namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ContradictoryTypeConditionsRuleTests
{
    private const string Rule = "contradictory-type-conditions";

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "a/b" }, { "field": "type", "in": ["a/c", "a/d"] } ] }""", "policyRule.if.allOf[1]")]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "a/b" }, { "field": "type", "equals": "A/B" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "a/b" }, { "anyOf": [ { "field": "type", "equals": "a/c" }, { "field": "type", "equals": "a/d" } ] } ] }""", "policyRule.if.allOf[1]")]
    [InlineData("""{ "anyOf": [ { "field": "type", "equals": "a/b" }, { "field": "type", "equals": "a/c" } ] }""", "")]
    [InlineData("""{ "not": { "allOf": [ { "field": "type", "equals": "a/b" }, { "field": "type", "equals": "a/c" } ] } }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

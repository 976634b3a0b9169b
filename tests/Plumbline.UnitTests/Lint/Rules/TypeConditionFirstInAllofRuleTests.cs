namespace Plumbline.UnitTests.Lint.Rules;

public sealed class TypeConditionFirstInAllofRuleTests
{
    private const string Rule = "type-condition-first-in-allof";

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "field": "type", "equals": "a/b" }, { "field": "type", "notEquals": "a/c" } ] }""", "policyRule.if.allOf[1]")]
    [InlineData("""{ "allOf": [ { "field": "TYPE", "equals": "a/b" }, { "field": "name", "exists": true } ] }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true }, { "field": "type", "equals": "a/b" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "anyOf": [ { "field": "type", "equals": "a/b" }, { "field": "kind", "exists": true } ] } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

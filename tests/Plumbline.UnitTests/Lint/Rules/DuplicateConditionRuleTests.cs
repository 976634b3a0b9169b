namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DuplicateConditionRuleTests
{
    private const string Rule = "duplicate-condition";

    [Theory]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true }, { "field": "name", "exists": true }, { "field": "name", "exists": true } ] }""", "policyRule.if.anyOf[1] policyRule.if.anyOf[2]")]
    [InlineData("""{ "allOf": [ { "field": "name", "equals": "a" }, { "field": "name", "equals": "A" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "not": { "field": "name", "equals": "a" } }, { "not": { "field": "name", "equals": "a" } } ] }""", "policyRule.if.allOf[1]")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

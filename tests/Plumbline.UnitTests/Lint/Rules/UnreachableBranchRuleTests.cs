namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnreachableBranchRuleTests
{
    private const string Rule = "unreachable-branch";

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "type", "in": ["a/b", "a/c"] }, { "anyOf": [ { "field": "type", "equals": "a/c" }, { "field": "type", "equals": "a/d" } ] } ] }""", "policyRule.if.allOf[1].anyOf[1]")]
    [InlineData("""{ "allOf": [ { "field": "type", "in": ["a/b", "a/c"] }, { "anyOf": [ { "field": "type", "equals": "a/c" }, { "field": "type", "equals": "a/b" } ] } ] }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "type", "equals": "a/b" }, { "field": "name", "exists": true } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

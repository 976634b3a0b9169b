namespace Plumbline.UnitTests.Lint.Rules;

public sealed class SimplifyMultipleNotequalsToNotinRuleTests
{
    private const string Rule = "simplify-multiple-notequals-to-notin";

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "name", "notEquals": "a" }, { "field": "name", "notEquals": "b" } ] }""", "policyRule.if.allOf")]
    [InlineData("""{ "anyOf": [ { "field": "name", "notEquals": "a" }, { "field": "name", "notEquals": "b" } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "name", "notEquals": "a" }, { "field": "kind", "notEquals": "b" } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

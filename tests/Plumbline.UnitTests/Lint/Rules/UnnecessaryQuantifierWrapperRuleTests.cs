namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnnecessaryQuantifierWrapperRuleTests
{
    private const string Rule = "unnecessary-quantifier-wrapper";

    [Theory]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true } ] }""", "policyRule.if.anyOf")]
    [InlineData("""{ "allOf": [ { "anyOf": [ { "field": "name", "exists": true } ] } ] }""", "policyRule.if.allOf policyRule.if.allOf[0].anyOf")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "field": "kind", "exists": true } ] }""", "")]
    [InlineData("""{ "allOf": [] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

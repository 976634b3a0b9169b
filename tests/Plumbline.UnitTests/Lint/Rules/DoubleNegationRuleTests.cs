namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DoubleNegationRuleTests
{
    private const string Rule = "double-negation";

    [Theory]
    [InlineData("""{ "not": { "not": { "field": "name", "exists": true } } }""", "policyRule.if.not")]
    [InlineData("""{ "not": { "not": { "not": { "field": "name", "exists": true } } } }""", "policyRule.if.not")]
    [InlineData("""{ "not": { "allOf": [ { "not": { "field": "name", "exists": true } }, { "field": "kind", "exists": true } ] } }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

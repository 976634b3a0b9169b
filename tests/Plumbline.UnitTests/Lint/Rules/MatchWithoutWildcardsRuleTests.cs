namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MatchWithoutWildcardsRuleTests
{
    private const string Rule = "match-without-wildcards";

    [Theory]
    [InlineData("""{ "field": "name", "notMatchInsensitively": "abc" }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "matchInsensitively": "a.c" }""", "")]
    [InlineData("""{ "field": "name", "match": "abc" }""", "")]
    [InlineData("""{ "field": "name", "notMatch": "abc" }""", "")]
    [InlineData("""{ "field": "name", "matchInsensitively": "[parameters('x')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

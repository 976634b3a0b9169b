namespace Plumbline.UnitTests.Lint.Rules;

public sealed class CountCouldBeExistsRuleTests
{
    private const string Rule = "count-could-be-exists";

    [Theory]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]" }, "greater": 0 }""", "policyRule.if")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]" }, "greater": 1 }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*].e", "exists": true } }, "greater": 0 }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

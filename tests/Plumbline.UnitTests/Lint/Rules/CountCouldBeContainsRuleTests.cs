namespace Plumbline.UnitTests.Lint.Rules;

public sealed class CountCouldBeContainsRuleTests
{
    private const string Rule = "count-could-be-contains";

    [Theory]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*]", "equals": "x" } }, "equals": 0 }""", "policyRule.if")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*]", "equals": "x" } }, "greater": 1 }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*].e", "equals": "x" } }, "greater": 0 }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]" }, "greater": 0 }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*]", "equals": "[parameters('x')]" } }, "greater": 0 }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*].e[*]", "where": { "field": "a.b/c/d[*].e[*]", "equals": "x" } }, "greater": 0 }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

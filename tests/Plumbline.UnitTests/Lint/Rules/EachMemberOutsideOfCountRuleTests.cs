namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EachMemberOutsideOfCountRuleTests
{
    private const string Rule = "each-member-outside-of-count";

    [Theory]
    [InlineData("""{ "field": "a.b/c/d[*].e", "like": "x*" }""", "policyRule.if.field")]
    [InlineData("""{ "field": "a.b/c/d[*].e", "notEquals": "x" }""", "")]
    [InlineData("""{ "not": { "field": "a.b/c/d[*].e", "equals": "x" } }""", "")]
    [InlineData("""{ "count": { "field": "a.b/c/d[*]", "where": { "field": "a.b/c/d[*].e", "equals": "x" } }, "greater": 0 }""", "")]
    [InlineData("""{ "field": "a.b/c/d[*].e", "exists": false }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "existenceCondition": { "field": "a.b/c/d[*].e", "equals": "x" } } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

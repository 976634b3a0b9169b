namespace Plumbline.UnitTests.Lint.Rules;

public sealed class LikeNotlikeWithoutWildcardsRuleTests
{
    private const string Rule = "like-notlike-without-wildcards";

    [Theory]
    [InlineData("""{ "field": "name", "like": "" }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "notLike": "a?" }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "like": "a*" }""", "")]
    [InlineData("""{ "field": "name", "like": "[parameters('x')]" }""", "")]
    [InlineData("""{ "count": { "field": "a/b/c[*]", "where": { "field": "a/b/c[*]", "like": "x" } }, "greater": 0 }""", "policyRule.if.count.where")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "existenceCondition": { "field": "name", "like": "x" } } }""", "policyRule.then.details.existenceCondition")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

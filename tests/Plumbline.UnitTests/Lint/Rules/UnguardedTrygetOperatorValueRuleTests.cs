namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnguardedTrygetOperatorValueRuleTests
{
    private const string Rule = "unguarded-tryget-operator-value";

    [Theory]
    [InlineData("""{ "field": "name", "like": "[TRYGET(field('tags'), 'a')]" }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "in": ["[tryGet(field('tags'), 'a')]"] }""", "")]
    [InlineData("""{ "value": "[tryGet(field('tags'), 'a')]", "equals": "a" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class TrygetUseWithNullCoercingOperatorRuleTests
{
    private const string Rule = "tryget-use-with-null-coercing-operator";

    [Theory]
    [InlineData("""{ "value": "[tryGet(field('tags'), 'a')]", "equals": "a" }""", "policyRule.if")]
    [InlineData("""{ "value": "[tryGet(field('tags'), 'a')]", "exists": true }""", "")]
    [InlineData("""{ "value": "[tryGet(field('tags'), 'a')]", "greater": 1 }""", "")]
    [InlineData("""{ "value": "[coalesce(tryGet(field('tags'), 'a'), 1)]", "equals": "a" }""", "")]
    [InlineData("""{ "field": "name", "equals": "[tryGet(field('tags'), 'a')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

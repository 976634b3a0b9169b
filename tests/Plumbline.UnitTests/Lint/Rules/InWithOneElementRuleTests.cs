namespace Plumbline.UnitTests.Lint.Rules;

public sealed class InWithOneElementRuleTests
{
    private const string Rule = "in-with-one-element";

    [Theory]
    [InlineData("""{ "field": "name", "notIn": ["a"] }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "in": [""] }""", "")]
    [InlineData("""{ "field": "name", "in": ["a", "b"] }""", "")]
    [InlineData("""{ "field": "name", "in": "[parameters('x')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

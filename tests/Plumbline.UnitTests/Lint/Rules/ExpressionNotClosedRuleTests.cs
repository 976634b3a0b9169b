namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ExpressionNotClosedRuleTests
{
    private const string Rule = "expression-not-closed";

    [Theory]
    [InlineData("""{ "field": "name", "equals": "[concat('a')" }""", "policyRule.if.equals")]
    [InlineData("""{ "field": "name", "equals": "[a" }""", "")]
    [InlineData("""{ "field": "name", "equals": "[concat('a')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

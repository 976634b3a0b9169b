namespace Plumbline.UnitTests.Lint.Rules;

public sealed class CountWithNonNumericOperandRuleTests
{
    private const string Rule = "count-with-non-numeric-operand";

    [Theory]
    [InlineData("""{ "count": { "value": [1] }, "equals": true }""", "policyRule.if")]
    [InlineData("""{ "count": { "value": [1] }, "like": "1*" }""", "policyRule.if")]
    [InlineData("""{ "count": { "value": [1] }, "equals": "1" }""", "")]
    [InlineData("""{ "count": { "value": [1] }, "in": [1, 2] }""", "")]
    [InlineData("""{ "count": { "value": [1] }, "greater": "[parameters('x')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

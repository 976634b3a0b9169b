namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ExistsWithNonBooleanRuleTests
{
    private const string Rule = "exists-with-non-boolean";

    [Theory]
    [InlineData("""{ "field": "name", "exists": 1 }""", "policyRule.if")]
    [InlineData("""{ "field": "name", "exists": "False" }""", "")]
    [InlineData("""{ "field": "name", "exists": "[parameters('x')]" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

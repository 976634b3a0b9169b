namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnsupportedTemplateFunctionRuleTests
{
    private const string Rule = "unsupported-template-function";

    [Theory]
    [InlineData("""{ "value": "[toLowr('a')]", "equals": "a" }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[newGuid()]", "equals": "a" }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[toLower()]", "equals": "a" }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[toLower('a')]", "equals": "a" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

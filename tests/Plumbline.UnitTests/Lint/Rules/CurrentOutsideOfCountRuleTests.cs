namespace Plumbline.UnitTests.Lint.Rules;

public sealed class CurrentOutsideOfCountRuleTests
{
    private const string Rule = "current-outside-of-count";

    [Theory]
    [InlineData("""{ "value": "[current()]", "equals": 1 }""", "policyRule.if.value")]
    [InlineData("""{ "count": { "value": [1], "where": { "value": "[current()]", "equals": 1 } }, "greater": 0 }""", "")]
    [InlineData("""{ "count": { "value": [1], "name": "a", "where": { "count": { "value": [1], "name": "b", "where": { "value": "[current()]", "equals": 1 } }, "greater": 0 } }, "greater": 0 }""", "policyRule.if.count.where.count.where.value")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

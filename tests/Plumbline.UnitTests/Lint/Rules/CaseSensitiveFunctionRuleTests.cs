namespace Plumbline.UnitTests.Lint.Rules;

public sealed class CaseSensitiveFunctionRuleTests
{
    private const string Rule = "case-sensitive-function";

    [Theory]
    [InlineData("""{ "value": "[equals(toLower(field('kind')), 'Web')]", "equals": true }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[equals(toLower(field('kind')), 'web')]", "equals": true }""", "")]
    [InlineData("""{ "value": "[if(equals(resourceGroup().name, 'rg'), 1, 2)]", "equals": 1 }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[equals(field('kind'), 5)]", "equals": true }""", "")]
    [InlineData("""{ "value": "[equals(length(field('kind')), '5')]", "equals": true }""", "")]
    [InlineData("""{ "value": "[equals(parameters('a'), 'Yes')]", "equals": true }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MissingPropertyIsNotFalseRuleTests
{
    private const string Rule = "missing-property-is-not-false";

    [Theory]
    [InlineData("""{ "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "equals": "false" }""", "policyRule.if")]
    [InlineData("""{ "anyOf": [ { "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "exists": false }, { "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "equals": false } ] }""", "")]
    [InlineData("""{ "not": { "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "equals": false } }""", "")]
    [InlineData("""{ "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "equals": true }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class AliasOfAnotherTypeRuleTests
{
    private const string Rule = "alias-of-another-type";

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "type", "in": ["a/b", "Microsoft.KeyVault/Vaults"] }, { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "a/b" }, { "not": { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } } ] }""", "policyRule.if.allOf[1].not.field")]
    [InlineData("""{ "anyOf": [ { "field": "type", "equals": "a/b" }, { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "type", "notEquals": "a/b" }, { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "a/b" }, { "field": "Microsoft.Compute/imageOffer", "exists": true } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

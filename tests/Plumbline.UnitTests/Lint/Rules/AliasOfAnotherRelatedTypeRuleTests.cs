namespace Plumbline.UnitTests.Lint.Rules;

public sealed class AliasOfAnotherRelatedTypeRuleTests
{
    private const string Rule = "alias-of-another-related-type";

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "existenceCondition": { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } } }""", "policyRule.then.details.existenceCondition.field")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "microsoft.keyvault/vaults", "existenceCondition": { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } } }""", "")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "existenceCondition": { "field": "name", "exists": true } } }""", "")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "[parameters('t')]", "existenceCondition": { "field": "Microsoft.KeyVault/vaults/sku.name", "exists": true } } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

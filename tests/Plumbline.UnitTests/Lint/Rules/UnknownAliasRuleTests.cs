namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnknownAliasRuleTests
{
    private const string Rule = "unknown-alias";

    [Theory]
    [InlineData("""{ "field": "Microsoft.KeyVault/vaults/skuu.name", "exists": true }""", "policyRule.if.field")]
    [InlineData("""{ "value": "[field('Microsoft.KeyVault/vaults/skuu.name')]", "exists": true }""", "policyRule.if.value")]
    [InlineData("""{ "count": { "field": "Microsoft.KeyVault/vaults/nothing[*]" }, "greater": 0 }""", "policyRule.if.count.field")]
    [InlineData("""{ "field": "microsoft.keyvault/VAULTS/sku.name", "exists": true }""", "")]
    [InlineData("""{ "field": "[concat('tags[', 'a', ']')]", "exists": true }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));

    [Theory]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["a"], "operations": [ { "operation": "addOrReplace", "field": "Microsoft.KeyVault/vaults/nothing", "value": 1 } ] } }""", "policyRule.then.details.operations[0].field")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));

    [Theory]
    [InlineData("""{ "properties": { "mode": "Microsoft.KeyVault.Data", "policyRule": { "if": { "field": "Microsoft.KeyVault.Data/vaults/certificates/x", "exists": true }, "then": { "effect": "audit" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ArrayAliasWithoutMembersRuleTests
{
    private const string Rule = "array-alias-without-members";

    [Theory]
    [InlineData("""{ "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "equals": "10.0.0.0/8" }""", "policyRule.if.field")]
    [InlineData("""{ "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "contains": "10.0.0.0/8" }""", "")]
    [InlineData("""{ "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "exists": true }""", "")]
    [InlineData("""{ "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "equals": "[parameters('x')]" }""", "")]
    [InlineData("""{ "field": "Microsoft.KeyVault/vaults/sku.name", "equals": "a" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

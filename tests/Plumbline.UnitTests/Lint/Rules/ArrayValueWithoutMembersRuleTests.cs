namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ArrayValueWithoutMembersRuleTests
{
    private const string Rule = "array-value-without-members";

    [Theory]
    [InlineData("""{ "effect": "append", "details": [ { "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "value": ["a"] } ] }""", "")]
    [InlineData("""{ "effect": "append", "details": [ { "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "value": "[parameters('x')]" } ] }""", "")]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["a"], "operations": [ { "operation": "addOrReplace", "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "value": "a" } ] } }""", "policyRule.then.details.operations[0].field")]
    [InlineData("""{ "effect": "append", "details": { "field": "Microsoft.Network/virtualNetworks/addressSpace.addressPrefixes", "value": "a" } }""", "policyRule.then.details.field")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

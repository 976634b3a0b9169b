namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectAllowedValuesShouldNotMixIncompatibleEffectsRuleTests
{
    private const string Rule = "effect-allowed-values-should-not-mix-incompatible-effects";

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["Audit", "Manual", "Disabled"] } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["audit", "deny", "modify", "disabled"] } }""", "")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["modify", "append"] } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["AuditIfNotExists", "DeployIfNotExists", "Disabled"] } }""", "")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["DenyAction", "Disabled"] } }""", "")]
    [InlineData("""{ "effect": { "type": "String" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));

    [Theory]
    [InlineData("""{ "properties": { "mode": "Microsoft.Kubernetes.Data", "parameters": { "effect": { "type": "String", "allowedValues": ["Audit", "Manual"] } }, "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "[parameters('effect')]" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

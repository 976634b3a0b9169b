namespace Plumbline.UnitTests.Lint.Rules;

public sealed class IndexedModeWithoutTagsOrLocationRuleTests
{
    private const string Rule = "indexed-mode-without-tags-or-location";

    [Theory]
    [InlineData("""{ "properties": { "mode": "Indexed", "policyRule": { "if": { "field": "type", "equals": "Microsoft.Resources/subscriptions" }, "then": { "effect": "audit" } } } }""", "mode")]
    [InlineData("""{ "properties": { "mode": "Indexed", "policyRule": { "if": { "field": "type", "in": ["Microsoft.Resources/subscriptions", "Microsoft.Storage/storageAccounts"] }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "mode": "Indexed", "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "type", "equals": "Microsoft.Resources/subscriptions" }, "then": { "effect": "audit" } } } }""", "$")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class AllModeWithTagsPolicyRuleTests
{
    private const string Rule = "all-mode-with-tags-policy";

    [Theory]
    [InlineData("""{ "properties": { "mode": "All", "policyRule": { "if": { "field": "[concat('tags[', parameters('t'), ']')]", "exists": false }, "then": { "effect": "audit" } } } }""", "policyRule.if")]
    [InlineData("""{ "properties": { "mode": "All", "policyRule": { "if": { "allOf": [ { "field": "type", "equals": "a/b" }, { "field": "tags.a", "exists": false } ] }, "then": { "effect": "audit" } } } }""", "")]
    [InlineData("""{ "properties": { "mode": "All", "policyRule": { "if": { "field": "name", "exists": false }, "then": { "effect": "audit" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

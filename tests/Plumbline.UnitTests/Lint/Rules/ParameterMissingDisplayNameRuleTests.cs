namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ParameterMissingDisplayNameRuleTests
{
    private const string Rule = "parameter-missing-display-name";

    [Fact]
    public void Missing_text_is_reported_at_the_parameter() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "parameters": { "p": {
          "metadata": {  } } },
          "policyRule": { "if": { "field": "name", "equals": "[parameters('p')]" }, "then": { "effect": "audit" } } }
        """));

    [Fact]
    public void Blank_text_says_nothing() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "parameters": { "p": {
          "metadata": { "displayName": " " } } },
          "policyRule": { "if": { "field": "name", "equals": "[parameters('p')]" }, "then": { "effect": "audit" } } }
        """));

    [Fact]
    public void Text_is_enough() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "parameters": { "p": {
          "metadata": { "displayName": "x" } } },
          "policyRule": { "if": { "field": "name", "equals": "[parameters('p')]" }, "then": { "effect": "audit" } } }
        """));
}

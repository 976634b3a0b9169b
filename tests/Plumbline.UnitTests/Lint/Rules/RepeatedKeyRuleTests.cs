namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RepeatedKeyRuleTests
{
    private const string Rule = "repeated-key";

    [Theory]
    [InlineData("""{ "properties": { "parameters": { "effect": { "type": "String", "type": "String" } }, "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "[parameters('effect')]" } } } }""", "parameters.effect")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MissingVersionRuleTests
{
    private const string Rule = "missing-version";

    [Theory]
    [InlineData("""{ "properties": { "version": "1.0.0", "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "audit" } } } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));

    [Theory]
    [InlineData("""{ "policyDefinitions": [] }""", "$.properties")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

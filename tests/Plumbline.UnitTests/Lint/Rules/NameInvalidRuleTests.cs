namespace Plumbline.UnitTests.Lint.Rules;

public sealed class NameInvalidRuleTests
{
    private const string Rule = "name-invalid";

    [Theory]
    [InlineData("""{ "name": "a/b", "properties": { "policyDefinitions": [] } }""", "$.name")]
    [InlineData("""{ "name": "a b", "properties": { "policyDefinitions": [] } }""", "")]
    [InlineData("""{ "name": "", "properties": { "policyDefinitions": [] } }""", "$.name")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));
}

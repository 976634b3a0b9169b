namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MissingDisplayNameRuleTests
{
    private const string Rule = "missing-display-name";

    [Theory]
    [InlineData("""{ "displayName": " ", "policyDefinitions": [] }""", "$.properties")]
    [InlineData("""{ "displayName": "x", "policyDefinitions": [] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

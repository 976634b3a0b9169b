namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MissingDescriptionRuleTests
{
    private const string Rule = "missing-description";

    [Theory]
    [InlineData("""{ "policyDefinitions": [] }""", "$.properties")]
    [InlineData("""{ "description": "x", "policyDefinitions": [] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MissingCategoryRuleTests
{
    private const string Rule = "missing-category";

    [Theory]
    [InlineData("""{ "policyDefinitions": [] }""", "$.properties")]
    [InlineData("""{ "metadata": { "category": "x" }, "policyDefinitions": [] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

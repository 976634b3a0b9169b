namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnusedInitiativeParameterRuleTests
{
    private const string Rule = "unused-initiative-parameter";

    [Theory]
    [InlineData("""{ "parameters": { "a": { "type": "String", "metadata": { "displayName": "[Deprecated]: a" } } }, "policyDefinitions": [] }""", "")]
    [InlineData("""{ "parameters": { "a": { "type": "String" } }, "policyDefinitions": [] }""", "parameters.a")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

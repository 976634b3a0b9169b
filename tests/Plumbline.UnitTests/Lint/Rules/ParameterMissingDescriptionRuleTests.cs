namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ParameterMissingDescriptionRuleTests
{
    private const string Rule = "parameter-missing-description";

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "metadata": { "displayName": "Effect" } } }""", "parameters.effect")]
    [InlineData("""{ "effect": { "type": "String", "metadata": { "description": " " } } }""", "parameters.effect")]
    [InlineData("""{ "effect": { "type": "String", "metadata": { "description": "What happens." } } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));

    [Theory]
    [InlineData("""{ "parameters": { "a": { "type": "String" } }, "policyDefinitions": [] }""", "parameters.a")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DeprecatedParameterWithoutDefaultRuleTests
{
    private const string Rule = "deprecated-parameter-without-default";

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "metadata": { "deprecated": true } } }""", "parameters.effect")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "", "metadata": { "deprecated": true } } }""", "")]
    [InlineData("""{ "effect": { "type": "String" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

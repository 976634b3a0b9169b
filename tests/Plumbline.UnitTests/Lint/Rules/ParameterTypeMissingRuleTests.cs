namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ParameterTypeMissingRuleTests
{
    private const string Rule = "parameter-type-missing";

    [Theory]
    [InlineData("""{ "effect": { } }""", "parameters.effect")]
    [InlineData("""{ "effect": { "type": "String" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

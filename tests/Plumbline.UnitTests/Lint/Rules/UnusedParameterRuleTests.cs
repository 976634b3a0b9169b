namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnusedParameterRuleTests
{
    private const string Rule = "unused-parameter";

    [Theory]
    [InlineData("""{ "effect": { "type": "String" }, "a": { "type": "String" } }""", "parameters.a")]
    [InlineData("""{ "EFFECT": { "type": "String" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

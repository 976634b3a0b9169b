namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DefaultValueNotAllowedRuleTests
{
    private const string Rule = "default-value-not-allowed";

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["A"], "defaultValue": "B" } }""", "parameters.effect.defaultValue")]
    [InlineData("""{ "effect": { "type": "Array", "allowedValues": ["A", "B"], "defaultValue": ["A"] } }""", "")]
    [InlineData("""{ "effect": { "type": "Array", "allowedValues": ["A", "B"], "defaultValue": ["C"] } }""", "parameters.effect.defaultValue")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "B" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

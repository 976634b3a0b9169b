namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ParameterValueOfWrongTypeRuleTests
{
    private const string Rule = "parameter-value-of-wrong-type";

    [Theory]
    [InlineData("""{ "effect": { "type": "Boolean", "defaultValue": "true" } }""", "parameters.effect.defaultValue")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["a", 1] } }""", "parameters.effect.allowedValues[1]")]
    [InlineData("""{ "effect": { "type": "Array", "allowedValues": ["a"], "defaultValue": ["a"] } }""", "")]
    [InlineData("""{ "effect": { "type": "Float", "defaultValue": 1 } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectParameterMissingAllowedValuesRuleTests
{
    private const string Rule = "effect-parameter-missing-allowed-values";

    [Theory]
    [InlineData("""{ "effect": { "type": "String" } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": [] } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["Audit"] } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));

    [Theory]
    [InlineData("""{ "effect": "audit" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RiskyEffectParameterDefaultValueRuleTests
{
    private const string Rule = "risky-effect-parameter-default-value";

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "deny" } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "DeployIfNotExists" } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "Audit" } }""", "")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "Disabled" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));

    [Theory]
    [InlineData("""{ "effect": "deny" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

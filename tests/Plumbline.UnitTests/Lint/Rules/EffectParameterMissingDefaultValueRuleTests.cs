namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectParameterMissingDefaultValueRuleTests
{
    private const string Rule = "effect-parameter-missing-default-value";

    [Theory]
    [InlineData("""{ "effect": { "type": "String" } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": { "type": "String", "defaultValue": "Audit" } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));

    [Theory]
    [InlineData("""{ "effect": "audit" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

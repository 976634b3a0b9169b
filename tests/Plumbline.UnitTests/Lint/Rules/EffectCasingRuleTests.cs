namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectCasingRuleTests
{
    private const string Rule = "effect-casing";

    [Theory]
    [InlineData("""{ "effect": "auditifnotexists", "details": { "type": "a/b" } }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": "Audit" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));

    [Theory]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["audit", "Deny"] } }""", "parameters.effect.allowedValues")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["Audit", "DENY"] } }""", "parameters.effect.allowedValues")]
    [InlineData("""{ "effect": { "type": "String", "allowedValues": ["audit", "deny"] } }""", "")]
    public void Parameters_are_judged(string parameters, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Parameters(parameters)));
}

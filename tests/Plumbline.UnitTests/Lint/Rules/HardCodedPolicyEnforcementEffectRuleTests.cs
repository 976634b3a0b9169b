namespace Plumbline.UnitTests.Lint.Rules;

public sealed class HardCodedPolicyEnforcementEffectRuleTests
{
    private const string Rule = "hard-coded-policy-enforcement-effect";

    [Theory]
    [InlineData("""{ "effect": "Deny" }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": "denyAction" }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": "audit" }""", "")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b" } }""", "")]
    [InlineData("""{ "effect": "[parameters('effect')]" }""", "")]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["a"], "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "policyRule.then.effect")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DenyActionCascadeBehaviorsMissingRuleTests
{
    private const string Rule = "deny-action-cascade-behaviors-missing";

    [Theory]
    [InlineData("""{ "effect": "denyAction", "details": { "actionNames": ["delete"] } }""", "policyRule.then.details")]
    [InlineData("""{ "effect": "denyAction", "details": { "actionNames": ["delete"], "cascadeBehaviors": { "resourceGroup": "allow" } } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

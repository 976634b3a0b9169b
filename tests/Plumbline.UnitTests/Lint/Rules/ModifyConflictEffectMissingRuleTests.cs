namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ModifyConflictEffectMissingRuleTests
{
    private const string Rule = "modify-conflict-effect-missing";

    [Theory]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["a"], "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "policyRule.then.details")]
    [InlineData("""{ "effect": "modify", "details": { "roleDefinitionIds": ["a"], "conflictEffect": "deny", "operations": [ { "operation": "add", "field": "tags", "value": {} } ] } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class ExistenceConditionMissingRuleTests
{
    private const string Rule = "existence-condition-missing";

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b" } }""", "policyRule.then.details")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "name": "x" } }""", "")]
    [InlineData("""{ "effect": "audit" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

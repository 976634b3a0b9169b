namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnknownDetailsValueRuleTests
{
    private const string Rule = "unknown-details-value";

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "Later" } }""", "policyRule.then.details.evaluationDelay")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "AfterProvisioning" } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EvaluationDelayOutOfRangeRuleTests
{
    private const string Rule = "evaluation-delay-out-of-range";

    [Theory]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "PT361M" } }""", "policyRule.then.details.evaluationDelay")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "PT10" } }""", "policyRule.then.details.evaluationDelay")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "PT360M" } }""", "")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b", "evaluationDelay": "AfterProvisioning" } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

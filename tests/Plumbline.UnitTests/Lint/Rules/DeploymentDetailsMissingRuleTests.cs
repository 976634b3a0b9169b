namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DeploymentDetailsMissingRuleTests
{
    private const string Rule = "deployment-details-missing";

    [Theory]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b" } }""", "policyRule.then.details policyRule.then.details")]
    [InlineData("""{ "effect": "auditIfNotExists", "details": { "type": "a/b" } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}

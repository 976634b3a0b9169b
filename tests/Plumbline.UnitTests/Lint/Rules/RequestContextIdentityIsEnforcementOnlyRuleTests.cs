namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RequestContextIdentityIsEnforcementOnlyRuleTests
{
    private const string Rule = "request-context-identity-is-enforcement-only";

    [Theory]
    [InlineData("""{ "value": "[coalesce(tryGet(requestContext().identity, 'x'), '')]", "equals": "a" }""", "policyRule.if")]
    [InlineData("""{ "allOf": [ { "value": "[requestContext().identity.a]", "equals": "a" }, { "value": "[requestContext().IDENTITY.b]", "equals": "a" } ] }""", "policyRule.if")]
    [InlineData("""{ "value": "[requestContext().apiVersion]", "equals": "a" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

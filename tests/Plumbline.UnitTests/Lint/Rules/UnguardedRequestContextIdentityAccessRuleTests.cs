namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnguardedRequestContextIdentityAccessRuleTests
{
    private const string Rule = "unguarded-request-context-identity-access";

    [Theory]
    [InlineData("""{ "value": "[requestContext().identity.a.b]", "equals": "a" }""", "policyRule.if.value")]
    [InlineData("""{ "value": "[requestContext().identity['a']]", "equals": "a" }""", "policyRule.if.value")]
    [InlineData("""{ "field": "name", "equals": "[toLower(requestContext().identity.a)]" }""", "policyRule.if.equals")]
    [InlineData("""{ "value": "[tryGet(requestContext().identity, 'a')]", "equals": "a" }""", "")]
    [InlineData("""{ "value": "[requestContext().apiVersion]", "equals": "a" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

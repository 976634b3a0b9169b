namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnknownFieldRuleTests
{
    private const string Rule = "unknown-field";

    [Theory]
    [InlineData("""{ "field": "properties.x", "exists": true }""", "policyRule.if.field")]
    [InlineData("""{ "field": "tags['a']", "exists": true }""", "")]
    [InlineData("""{ "field": "tags.a", "exists": true }""", "")]
    [InlineData("""{ "field": "identity.type", "exists": true }""", "")]
    [InlineData("""{ "field": "ID", "exists": true }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

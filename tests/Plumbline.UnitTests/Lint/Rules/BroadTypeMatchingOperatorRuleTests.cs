namespace Plumbline.UnitTests.Lint.Rules;

public sealed class BroadTypeMatchingOperatorRuleTests
{
    private const string Rule = "broad-type-matching-operator";

    [Theory]
    [InlineData("""{ "field": "type", "contains": "virtualMachines" }""", "policyRule.if")]
    [InlineData("""{ "field": "Type", "match": "a/#" }""", "policyRule.if")]
    [InlineData("""{ "field": "type", "matchInsensitively": "a/#" }""", "policyRule.if")]
    [InlineData("""{ "field": "type", "notLike": "a/*" }""", "")]
    [InlineData("""{ "field": "name", "like": "a*" }""", "")]
    [InlineData("""{ "field": "type", "equals": "a/b" }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

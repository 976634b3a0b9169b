namespace Plumbline.UnitTests.Lint.Rules;

public sealed class SimplifyMultipleEqualsToInRuleTests
{
    private const string Rule = "simplify-multiple-equals-to-in";

    [Theory]
    [InlineData("""{ "anyOf": [ { "field": "name", "equals": "a" }, { "field": "Name", "equals": "b" }, { "field": "kind", "equals": "c" } ] }""", "policyRule.if.anyOf")]
    [InlineData("""{ "allOf": [ { "field": "name", "equals": "a" }, { "field": "name", "equals": "b" } ] }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "name", "equals": "a" }, { "field": "kind", "equals": "b" } ] }""", "")]
    [InlineData("""{ "anyOf": [ { "field": "name", "equals": "a" }, { "field": "name", "like": "b*" } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

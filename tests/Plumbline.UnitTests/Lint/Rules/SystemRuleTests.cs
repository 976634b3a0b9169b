namespace Plumbline.UnitTests.Lint.Rules;

public sealed class SystemRuleTests
{
    private const string Rule = "system-rule";

    [Theory]
    [InlineData("""{""", "$")]
    [InlineData("""[]""", "$")]
    [InlineData("""{ "a": 1 }""", "$")]
    [InlineData("""{ "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "audit" } } }""", "$")]
    [InlineData("""{ "properties": { "policyRule": { "if": { "field": "name" }, "then": { } } } }""", "policyRule.if policyRule.then")]
    [InlineData("""{ "properties": { /* why */ "policyRule": { "if": { "field": "name", "exists": true }, "then": { "effect": "audit" }, }, } }""", "")]
    public void Document_is_judged(string text, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, text));

    [Theory]
    [InlineData("""{ "field": "name", "equals": "[concat('a'" }""", "")]
    [InlineData("""{ "field": "name", "equals": "[concat('a']" }""", "policyRule.if.equals")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnnecessaryQuantifierWrapperRuleTests
{
    private const string Rule = "unnecessary-quantifier-wrapper";

    [Fact]
    public void Quantifier_of_one_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "then": { "effect": "audit" }, "if":
          { "anyOf": [{ "field": "name", "equals": "a" }] } } }
        """));

    [Fact]
    public void Quantifier_of_two_is_needed() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "field": "location", "equals": "b" }] }"""));

    [Fact]
    public void Operand_that_cannot_be_read_counts() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "field": "name", "equalz": "a" }] }"""));
}

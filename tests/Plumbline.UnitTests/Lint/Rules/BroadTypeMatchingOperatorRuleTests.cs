namespace Plumbline.UnitTests.Lint.Rules;

public sealed class BroadTypeMatchingOperatorRuleTests
{
    private const string Rule = "broad-type-matching-operator";

    [Fact]
    public void Pattern_is_reported_at_the_operand() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "if": { "field": "TYPE",
          "like": "Microsoft.App/*" }, "then": { "effect": "audit" } } }
        """));

    [Fact]
    public void Names_of_types_are_fine() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "type", "in": ["a/b"] }"""));

    [Fact]
    public void Pattern_of_another_field_is_fine() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "like": "a*" }"""));
}

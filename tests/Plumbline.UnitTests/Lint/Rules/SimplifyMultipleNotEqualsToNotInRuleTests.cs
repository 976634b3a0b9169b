namespace Plumbline.UnitTests.Lint.Rules;

public sealed class SimplifyMultipleNotEqualsToNotInRuleTests
{
    private const string Rule = "simplify-multiple-notequals-to-notin";

    [Fact]
    public void Two_values_of_one_field_are_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "notEquals": "a" }, { "field": "name", "notEquals": "b" }] }"""));

    [Fact]
    public void AnyOf_says_something_else() => Assert.Equal("", LinterSample.Lines(Rule, """{ "anyOf": [{ "field": "name", "notEquals": "a" }, { "field": "name", "notEquals": "b" }] }"""));
}

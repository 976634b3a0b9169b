namespace Plumbline.UnitTests.Lint.Rules;

public sealed class TypeConditionFirstInAllOfRuleTests
{
    private const string Rule = "type-condition-first-in-allof";

    [Fact]
    public void First_later_one_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "then": { "effect": "audit" }, "if": { "allOf": [ { "field": "name", "equals": "a" },
          { "field": "type", "equals": "a/b" },
          { "field": "type", "notEquals": "a/c" } ] } } }
        """));

    [Fact]
    public void First_is_right() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "type", "equals": "a/b" }, { "field": "name", "equals": "a" }, { "field": "type", "notEquals": "a/c" }] }"""));

    [Fact]
    public void Alternatives_of_types_may_come_first() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "anyOf": [{ "field": "type", "equals": "a/b" }, { "field": "type", "equals": "a/c" }] }, { "field": "type", "notEquals": "a/d" }] }"""));

    [Fact]
    public void Rule_of_no_type_is_fine() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "field": "location", "equals": "b" }] }"""));
}

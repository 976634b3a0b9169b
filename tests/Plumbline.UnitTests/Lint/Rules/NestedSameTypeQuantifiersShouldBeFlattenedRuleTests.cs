namespace Plumbline.UnitTests.Lint.Rules;

public sealed class NestedSameTypeQuantifiersShouldBeFlattenedRuleTests
{
    private const string Rule = "nested-same-type-quantifiers-should-be-flattened";

    [Fact]
    public void Inner_one_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "then": { "effect": "audit" }, "if": { "anyOf": [ { "field": "name", "equals": "a" },
          { "anyOf": [{ "field": "location", "equals": "b" }, { "field": "kind", "equals": "c" }] } ] } } }
        """));

    [Fact]
    public void Other_kind_is_needed() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "anyOf": [{ "field": "location", "equals": "b" }, { "field": "kind", "equals": "c" }] }] }"""));

    [Fact]
    public void Single_condition_is_another_rules_matter() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "allOf": [{ "field": "location", "equals": "b" }] }] }"""));

    [Fact]
    public void Not_between_them_separates_them() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "not": { "allOf": [{ "field": "location", "equals": "b" }, { "field": "kind", "equals": "c" }] } }] }"""));
}

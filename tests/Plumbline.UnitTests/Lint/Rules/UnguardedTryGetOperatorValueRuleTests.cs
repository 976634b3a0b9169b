namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnguardedTryGetOperatorValueRuleTests
{
    private const string Rule = "unguarded-tryget-operator-value";

    [Fact]
    public void Operand_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "then": { "effect": "audit" }, "if": { "field": "name",
          "equals": "[tryGet(field('tags'), 'a')]" } } }
        """));

    [Fact]
    public void Coalesce_guards() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "equals": "[coalesce(tryGet(field('tags'), 'a'), '')]" }"""));

    [Fact]
    public void TryGet_as_the_value_is_another_rules_matter() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "value": "[tryGet(field('tags'), 'a')]",
          "equals": "x" }
        """));
}

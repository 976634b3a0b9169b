namespace Plumbline.UnitTests.Lint.Rules;

public sealed class TryGetUseWithNullCoercingOperatorRuleTests
{
    private const string Rule = "tryget-use-with-null-coercing-operator";

    [Fact]
    public void Value_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "value": "[tryGet(field('tags'), 'a')]",
          "notEquals": "x" }
        """));

    [Fact]
    public void Exists_tells_null() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "value": "[tryGet(field('tags'), 'a')]",
          "exists": "true" }
        """));

    [Fact]
    public void Coalesce_guards() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "value": "[coalesce(tryGet(field('tags'), 'a'), 'n')]",
          "equals": "x" }
        """));
}

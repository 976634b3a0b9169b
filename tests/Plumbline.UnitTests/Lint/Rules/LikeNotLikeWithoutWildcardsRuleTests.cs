namespace Plumbline.UnitTests.Lint.Rules;

public sealed class LikeNotLikeWithoutWildcardsRuleTests
{
    private const string Rule = "like-notlike-without-wildcards";

    [Fact]
    public void Pattern_without_asterisk_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """{ "field": "name", "notLike": "a?b" }"""));

    [Fact]
    public void Empty_pattern_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """{ "field": "name", "like": "" }"""));

    [Fact]
    public void Asterisk_is_a_wildcard() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "like": "a*" }"""));

    [Fact]
    public void Expression_may_have_one() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "like": "[concat('a', '*')]" }"""));
}

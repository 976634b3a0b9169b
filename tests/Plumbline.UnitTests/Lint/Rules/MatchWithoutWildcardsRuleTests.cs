namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MatchWithoutWildcardsRuleTests
{
    private const string Rule = "match-without-wildcards";

    [Fact]
    public void Pattern_without_wildcard_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """{ "field": "name", "notMatchInsensitively": "abc" }"""));

    [Fact]
    public void Each_wildcard_counts() => Assert.Equal("", LinterSample.Lines(Rule, """{ "anyOf": [{ "field": "name", "matchInsensitively": "a#" }, { "field": "name", "matchInsensitively": "a?" }, { "field": "name", "matchInsensitively": "a.b" }] }"""));

    [Fact]
    public void Match_heeds_case_and_is_no_equality() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "match": "abc" }"""));
}

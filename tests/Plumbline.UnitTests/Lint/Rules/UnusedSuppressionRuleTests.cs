using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnusedSuppressionRuleTests
{
    [Theory]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x" }""", "")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "until": "2026-02-01" }""", "")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "path": "properties.policyRule.if" }""", "")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "path": "$.properties.policyRule.if.allOf[0]" }""", "unnecessary-quantifier-wrapper unused-suppression")]
    [InlineData("""{ "rule": "unnecessary-quantifier-wrapper", "reason": "x", "path": "$.properties.policyRul" }""", "unnecessary-quantifier-wrapper unused-suppression")]
    [InlineData("""{ "rule": "double-negation", "reason": "x" }""", "unnecessary-quantifier-wrapper")]
    public void Suppression_covers_what_it_names(string entry, string expected)
    {
        var text = $$"""{ "properties": { "metadata": { "plumbline": { "suppress": [ {{entry}} ] } }, "policyRule": { "if": { "allOf": [ { "field": "name", "exists": true } ] }, "then": { "effect": "audit" } } } }""";
        var options = new LintOptions { Only = ["unnecessary-quantifier-wrapper", "unused-suppression"], Today = new DateOnly(2026, 2, 1) };

        Assert.Equal(expected, string.Join(' ', PolicyLinter.Lint(new SourceText("case.json", text), options).Active.Select(finding => finding.RuleId)));
    }

    [Fact]
    public void Suppressed_finding_is_kept_with_its_reason()
    {
        const string text = """{ "properties": { "metadata": { "plumbline": { "suppress": [ { "rule": "unnecessary-quantifier-wrapper", "reason": "more follows" } ] } }, "policyRule": { "if": { "allOf": [ { "field": "name", "exists": true } ] }, "then": { "effect": "audit" } } } }""";

        var finding = Assert.Single(PolicyLinter.Lint(new SourceText("case.json", text), new LintOptions { Only = ["unnecessary-quantifier-wrapper"] }).Findings);

        Assert.Equal("more follows", finding.Suppression);
    }
}

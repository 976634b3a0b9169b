using System.Collections.Immutable;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Framework;

public sealed class SuppressionTests
{
    private const string Rule = "read-only-field-alias";

    [Fact]
    public void Suppressed_finding_keeps_its_reason()
    {
        var findings = Lint("""{ "rule": "read-only-field-alias", "reason": "known" }""");

        Assert.Equal([(Rule, "known")], findings.Select(finding => (finding.Rule, finding.Suppression)));
    }

    [Theory]
    [InlineData("""{ "rule": "read-only-field-alias" }""", "invalid-suppression", Rule)]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": " " }""", "invalid-suppression", Rule)]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "until": "2025-12-31" }""", "invalid-suppression", Rule)]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "until": "2026-01-01" }""")]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "path": "$.properties.policyRule.if" }""")]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "path": "$.properties.policyRule" }""")]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "path": "$.properties.policyRule.then" }""", "unused-suppression", Rule)]
    [InlineData("""{ "rule": "read-only-field-alias", "reason": "known", "path": "$.properties.policyRule.i" }""", "unused-suppression", Rule)]
    [InlineData("""{ "rule": "conditional-field-alias", "reason": "known" }""", "unused-suppression", Rule)]
    public void Suppression_counts_with_a_reason_in_its_time_and_place(string suppression, params string[] active) =>
        Assert.Equal(active, Lint(suppression).Where(finding => finding.Suppression is null).Select(finding => finding.Rule));

    private static ImmutableArray<LintFinding> Lint(string suppression)
    {
        var options = new LintOptions(new DateOnly(2026, 1, 1));
        var text = $$"""
            {
              "properties": {
                "metadata": { "plumbline": { "suppress": [{{suppression}}] } },
                "policyRule": { "if": { "field": "Microsoft.App/managedEnvironments/certificates/expirationDate", "exists": true }, "then": { "effect": "audit" } }
              }
            }
            """;
        return new PolicyLinter(options with { Only = options.Only.Union([Rule, "conditional-field-alias", "invalid-suppression", "unused-suppression"]) }, LintKnowledge.Published).Lint(new SourceText("a.json", text)).Findings;
    }
}

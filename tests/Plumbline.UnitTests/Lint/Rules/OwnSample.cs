using System.Collections.Immutable;
using Plumbline.Lint;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>Applies one rule to a text.</summary>
internal static class OwnSample
{
    public static string[] Rules(string rule, string text) => [.. Findings(rule, text).Select(finding => finding.Rule)];

    public static int?[] Lines(string rule, string text) => [.. Findings(rule, text).Select(finding => finding.Location.Span?.Line)];

    public static string Audit(string condition) => $$"""{ "policyRule": { "if": {{condition}}, "then": { "effect": "audit" } } }""";

    private static ImmutableArray<LintFinding> Findings(string rule, string text) =>
        new PolicyLinter(new LintOptions(new DateOnly(2026, 1, 1)) { Only = [rule] }, LintKnowledge.Published).Lint(new SourceText("page.json", text)).Findings;
}

using System.Collections.Immutable;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Lint.Rules;

namespace Plumbline.Lint.Suppressions;

/// <summary>Marks the findings that a document's own suppressions are about, and reports suppressions that do not work.</summary>
internal static class SuppressionFilter
{
    private const string Invalid = "invalid-suppression";
    private const string Unused = "unused-suppression";

    /// <summary>The findings, each suppressed one with its reason, and those about the suppressions at the end.</summary>
    public static ImmutableArray<LintFinding> Apply(LintDocument document, ImmutableArray<LintFinding> findings, LintOptions options)
    {
        var suppressions = SuppressionReader.Read(document);
        if (suppressions.IsEmpty) return findings;
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        var marked = findings.Select(finding => Mark(finding, suppressions, used, options)).ToImmutableArray();
        return marked.AddRange(suppressions.SelectMany(suppression => About(document, suppression, used.Contains(suppression), options)));
    }

    private static LintFinding Mark(LintFinding finding, ImmutableArray<Suppression> suppressions, HashSet<Suppression> used, LintOptions options)
    {
        var own = suppressions.FirstOrDefault(item => item.Rule == finding.RuleId && item.IsInForce(options.Today) && item.Covers(finding.Location.Path));
        if (own is null) return finding;
        used.Add(own);
        return finding with { Suppression = own.Reason };
    }

    // A suppression of a rule that was not applied may be needed another time.
    private static IEnumerable<LintFinding> About(LintDocument document, Suppression suppression, bool isUsed, LintOptions options)
    {
        if (suppression.Problem is { } problem) return Report(document, suppression, Invalid, $"{problem}: it suppresses nothing", options);
        if (!suppression.IsInForce(options.Today))
            return Report(document, suppression, Invalid, $"the suppression of {suppression.Rule} ended on {suppression.Until:yyyy-MM-dd}", options);
        var isApplied = RuleRegistry.Find(suppression.Rule) is { } rule && PolicyLinter.IsApplied(rule.Id, rule.IsDefault, options);
        return isUsed || !isApplied ? [] : Report(
            document,
            suppression,
            Unused,
            $"nothing is left for the suppression of {suppression.Rule} to suppress",
            options);
    }

    private static IEnumerable<LintFinding> Report(LintDocument document, Suppression suppression, string id, string message, LintOptions options)
    {
        if (RuleRegistry.Find(id) is not { } rule || !PolicyLinter.IsApplied(id, rule.IsDefault, options)) return [];
        return [new LintFinding(id, options.Severities.GetValueOrDefault(id, rule.Severity), message, null, document.At(suppression.Token))];
    }
}

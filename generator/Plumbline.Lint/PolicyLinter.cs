using System.Collections.Immutable;
using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint;

/// <summary>Applies the rules to definitions and initiatives, wrapped in <c>{name, type, properties}</c> or not.</summary>
/// <param name="options">What is looked for.</param>
/// <param name="knowledge">What is known of Azure.</param>
public sealed class PolicyLinter(LintOptions options, LintKnowledge knowledge)
{
    // Of a document with more findings the rest would say the same.
    private const int MaximumFindings = 10_000;

    /// <summary>Everything found in a document, in the order of the text. Total: whatever the text is, there is a result.</summary>
    public LintResult Lint(SourceText source)
    {
        var subject = LintSubject.Read(source, knowledge, out var problems);
        if (subject is null) return new LintResult([.. SystemRule.Findings(problems).Where(finding => options.Includes(finding.Rule))]);
        var findings = RuleRegistry.All.Where(rule => options.Includes(rule.Id)).SelectMany(rule => rule.Check(subject).Select(Configured)).Take(MaximumFindings).ToList();
        var suppressions = Suppression.In(subject.Properties);
        ImmutableArray<LintFinding> all =
        [
            .. findings.Select(finding => finding with { Suppression = suppressions.FirstOrDefault(item => item.Covers(finding, options.Today))?.Reason }),
            .. SuppressionRules.Check(subject, suppressions, findings, options),
        ];
        return new LintResult([.. all.OrderBy(Line).ThenBy(Column).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)]);
    }

    private LintFinding Configured(LintFinding finding) =>
        options.Severities.TryGetValue(finding.Rule, out var severity) && severity is { } chosen ? finding with { Severity = chosen } : finding;

    private static int Line(LintFinding finding) => finding.Location.Span?.Line ?? 0;

    private static int Column(LintFinding finding) => finding.Location.Span?.Column ?? 0;
}

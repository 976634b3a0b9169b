using System.Collections.Immutable;
using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>What is wrong with the suppressions of a document. These findings cannot be suppressed themselves.</summary>
public static class SuppressionRules
{
    private const string Invalid = "invalid-suppression";
    private const string Unused = "unused-suppression";

    /// <summary>The identifiers of what can be wrong.</summary>
    public static ImmutableHashSet<string> Ids { get; } = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, Invalid, Unused);

    internal static IEnumerable<LintFinding> Check(LintSubject subject, ImmutableArray<Suppression> suppressions, List<LintFinding> findings, LintOptions options) => suppressions
        .Select(item => Judge(item, findings, options) is var (rule, severity, message) ? new LintFinding(rule, severity, message, subject.At(item.Token)) : null)
        .OfType<LintFinding>()
        .Where(finding => options.Includes(finding.Rule));

    private static (string Rule, LintSeverity Severity, string Message)? Judge(Suppression item, List<LintFinding> findings, LintOptions options)
    {
        if (item.Reason is null) return (Invalid, LintSeverity.Warning, $"the suppression of '{item.Rule}' gives no reason and is not applied");
        if (item.Until < options.Today) return (Invalid, LintSeverity.Warning, $"the suppression of '{item.Rule}' ended on {item.Until:yyyy-MM-dd} and is not applied");
        return options.Includes(item.Rule) && !findings.Any(finding => item.Covers(finding, options.Today))
            ? (Unused, LintSeverity.Informational, $"nothing is found that the suppression of '{item.Rule}' would cover")
            : null;
    }
}

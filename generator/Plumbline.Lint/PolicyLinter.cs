using System.Collections.Immutable;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Lint.Rules;
using Plumbline.Lint.Suppressions;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint;

/// <summary>Finds what is wrong with a policy document, or probably not meant: a definition or an initiative, as a resource or as its properties alone.</summary>
public static class PolicyLinter
{
    /// <summary>All rules, in the order of their identifiers.</summary>
    public static ImmutableArray<RuleDescription> Rules { get; } = [.. RuleRegistry.All.Select(rule => new RuleDescription(rule.Id, rule.Severity, rule.Title, rule.IsDefault))];

    /// <summary>The rule whose identifier is probably meant, or null.</summary>
    public static string? Nearest(string id) => RuleRegistry.Nearest(id);

    /// <summary>Everything found in a text, in its order.</summary>
    public static LintResult Lint(SourceText source, LintOptions options)
    {
        var document = LintDocument.Read(source, options.Environment, out var problems);
        var found = document is null
            ? problems.Where(problem => problem.IsError).Select(SystemRule.Unreadable).Where(finding => IsApplied(SystemRule.Name, isDefault: true, options))
            : RuleRegistry.All.Where(rule => IsApplied(rule.Id, rule.IsDefault, options)).SelectMany(rule => rule.Check(document));
        ImmutableArray<LintFinding> findings =
        [
            .. found.Select(finding => options.Severities.TryGetValue(finding.RuleId, out var severity) ? finding with { Severity = severity } : finding)
                .OrderBy(finding => finding.Location.Span?.Line ?? 0)
                .ThenBy(finding => finding.Location.Span?.Column ?? 0)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal),
        ];
        return new LintResult(source, document is null ? findings : SuppressionFilter.Apply(document, findings, options));
    }

    internal static bool IsApplied(string id, bool isDefault, LintOptions options) =>
        !options.Excluded.Contains(id) && (options.Only?.Contains(id) ?? (isDefault || options.IsEveryRule));
}

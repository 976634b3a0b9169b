using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Linting;

/// <summary>Marks the findings that the configuration suppresses.</summary>
/// <param name="suppressions">The entries of the configuration.</param>
/// <param name="rootedName">The path of a file from the root of the checkout.</param>
internal sealed class FileSuppressions(ImmutableArray<FileSuppression> suppressions, Func<string, string> rootedName)
{
    private readonly HashSet<FileSuppression> used = [];

    /// <summary>The result with the reasons of suppressed findings.</summary>
    public LintResult Apply(LintResult result) => suppressions.IsEmpty ? result : result with { Findings = [.. result.Findings.Select(finding => Mark(finding, rootedName(result.Source.File)))] };

    /// <summary>The entries that were about no finding.</summary>
    public IEnumerable<Diagnostic> Unused() => suppressions.Where(suppression => !used.Contains(suppression))
        .Select(suppression => DiagnosticCatalog.LintSuppressionUnused(new SourceLocation("plumbline.yaml"), suppression.Rule, suppression.Files));

    private LintFinding Mark(LintFinding finding, string file)
    {
        if (finding.Suppression is not null || suppressions.FirstOrDefault(item => item.Rule == finding.RuleId && item.Covers(file)) is not { } own) return finding;
        used.Add(own);
        return finding with { Suppression = own.Reason };
    }
}

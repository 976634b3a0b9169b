using System.Collections.Immutable;

namespace Plumbline.Lint.Framework;

/// <summary>What was found in a document, in the order of the text.</summary>
/// <param name="Findings">All findings, those that are suppressed included.</param>
public sealed record LintResult(ImmutableArray<LintFinding> Findings)
{
    /// <summary>The findings that count.</summary>
    public IEnumerable<LintFinding> Active => Findings.Where(finding => finding.Suppression is null);
}

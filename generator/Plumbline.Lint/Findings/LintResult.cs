using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Findings;

/// <summary>What was found in one document.</summary>
/// <param name="Source">The document.</param>
/// <param name="Findings">In the order of the text, suppressed ones included.</param>
public sealed record LintResult(SourceText Source, ImmutableArray<LintFinding> Findings)
{
    /// <summary>The findings that count.</summary>
    public IEnumerable<LintFinding> Active => Findings.Where(finding => finding.Suppression is null);
}

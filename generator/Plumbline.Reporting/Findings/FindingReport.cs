using System.Collections.Immutable;

namespace Plumbline.Reporting.Findings;

/// <summary>What one run of a command found in files.</summary>
/// <param name="Command">The command, such as <c>lint</c>: results of one command replace earlier ones of the same.</param>
/// <param name="ToolVersion">The version of Plumbline.</param>
/// <param name="Rules">The rules that were applied; each finding's rule is among them.</param>
/// <param name="Findings">What was found, in the order to be shown.</param>
public sealed record FindingReport(string Command, string ToolVersion, ImmutableArray<FindingRule> Rules, ImmutableArray<Finding> Findings)
{
    /// <summary>The findings that count.</summary>
    public IEnumerable<Finding> Active => Findings.Where(finding => finding.Suppression is null);

    /// <summary>The findings that count, worst first, at most <paramref name="count"/>: annotations have limits, and the worst should be seen.</summary>
    internal IEnumerable<Finding> Worst(int count) => Active.OrderByDescending(finding => finding.Level).Take(count);
}

using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Reports;

/// <summary>What a scan found, or several shards of one together.</summary>
/// <param name="ToolVersion">The version of Plumbline.</param>
/// <param name="Shard">The share of the resources it is about; null for all of them.</param>
/// <param name="Inputs">What was scanned.</param>
/// <param name="Policies">How many policies were evaluated.</param>
/// <param name="Totals">The counts, findings that a baseline knows among them.</param>
/// <param name="Findings">The findings, in the order of the inputs.</param>
/// <param name="Known">Those that a baseline knows: they do not count.</param>
/// <param name="Omitted">How many findings were counted and are not listed.</param>
/// <param name="Diagnostics">What could not be read, or is not covered.</param>
public sealed record ScanReport(
    string ToolVersion,
    ScanShard? Shard,
    ImmutableArray<ReportedInput> Inputs,
    int Policies,
    ScanTotals Totals,
    ImmutableArray<ScanFinding> Findings,
    ImmutableArray<KnownFinding> Known,
    long Omitted,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a violation, or an evaluation that failed, which no baseline knows.</summary>
    public bool HasViolations => Omitted > 0 || Findings.Any(finding => finding.State != FindingState.Unknown);

    /// <summary>Whether there is a verdict that is not known.</summary>
    public bool HasUnknown => Findings.Any(finding => finding.State == FindingState.Unknown) || Diagnostics.Any(item => item.Code is "PLB6105" or "PLB6109" or "PLB6114" or "PLB6121");

    /// <summary>Whether something could not be read or evaluated.</summary>
    public bool HasErrors => Diagnostics.Any(item => item.IsError);
}

/// <summary>An input of a report.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Resources">How many of its resources were evaluated.</param>
public sealed record ReportedInput(string Path, InputKind Kind, long Resources);

/// <summary>A finding that a baseline knows.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day on which it does not count.</param>
public sealed record KnownFinding(ScanFinding Finding, string Owner, DateOnly Until);

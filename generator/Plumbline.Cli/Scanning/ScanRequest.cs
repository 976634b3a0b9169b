using System.Collections.Immutable;

namespace Plumbline.Cli.Scanning;

/// <summary>What a scan is asked for, as the command line has it.</summary>
internal sealed record ScanRequest(
    string Folder,
    ImmutableArray<string> Paths,
    ImmutableArray<string> Policies,
    string? Assignment,
    ImmutableArray<string> Parameters,
    string? Aliases,
    string? Subscription,
    string? ResourceGroup,
    string? Location,
    string? Shard,
    int MaximumFindings,
    BaselineRequest Baseline,
    OutputRequest Output);

/// <summary>The baseline to use and the one to write.</summary>
internal sealed record BaselineRequest(string? Use, string? Write, string? Owner, string? Until);

/// <summary>How a report is shown.</summary>
/// <param name="Format">The format on standard output.</param>
/// <param name="Files">Files to write, as <c>format=path</c>.</param>
/// <param name="ShowsChanges">Whether what effects would do is shown.</param>
/// <param name="FailsOnUnknown">Whether verdicts that are not known fail the scan.</param>
internal sealed record OutputRequest(string Format, ImmutableArray<string> Files, bool ShowsChanges, bool FailsOnUnknown);

using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Reports;

/// <summary>Puts the shards of a scan together.</summary>
public static class ReportMerge
{
    /// <summary>The report of all resources; null with the problem when a shard is missing, is there twice, or is of another scan.</summary>
    /// <param name="shards">The files' names and reports in any order.</param>
    public static ParseResult<ScanReport> Merge(ImmutableArray<(string File, ScanReport Report)> shards)
    {
        var problems = Problems(shards).ToImmutableArray();
        if (!problems.IsEmpty) return new(null, problems);
        var ordered = shards.Select(shard => shard.Report).OrderBy(report => report.Shard?.Number ?? 1).ToList();
        var first = ordered[0];
        return new(new ScanReport(
            first.ToolVersion,
            null,
            [.. first.Inputs.Select((input, index) => input with { Resources = ordered.Sum(report => report.Inputs[index].Resources) })],
            first.Policies,
            ordered.Select(report => report.Totals).Aggregate((sum, totals) => sum + totals),
            [.. ordered.SelectMany(report => report.Findings).OrderBy(finding => finding.Location.File, StringComparer.Ordinal).ThenBy(finding => finding.Location.Span?.Line ?? 0).ThenBy(finding => finding.ResourceId, StringComparer.Ordinal)],
            [.. ordered.SelectMany(report => report.Known)],
            ordered.Sum(report => report.Omitted),
            [.. ordered.SelectMany(report => report.Diagnostics).Distinct()]), []);
    }

    private static IEnumerable<Diagnostic> Problems(ImmutableArray<(string File, ScanReport Report)> shards)
    {
        var (firstFile, first) = shards[0];
        var count = first.Shard?.Count ?? 1;
        foreach (var (file, report) in shards.Skip(1).Where(shard => !IsOfScan(shard.Report, first)))
            yield return Mismatch(file, $"other inputs, policies or shards than '{firstFile}'");
        foreach (var twice in shards.GroupBy(shard => shard.Report.Shard?.Number ?? 1).Where(group => group.Count() > 1))
            yield return Mismatch(twice.Last().File, string.Create(CultureInfo.InvariantCulture, $"shard {twice.Key} is there more than once"));
        var missing = Enumerable.Range(1, count).Except(shards.Select(shard => shard.Report.Shard?.Number ?? 1)).ToList();
        if (missing.Count > 0)
            yield return Mismatch(firstFile, string.Create(CultureInfo.InvariantCulture, $"of {count} shards these are missing: {string.Join(", ", missing.Take(20))}"));
    }

    private static bool IsOfScan(ScanReport report, ScanReport first) =>
        report.Shard?.Count == first.Shard?.Count && report.Policies == first.Policies && report.ToolVersion == first.ToolVersion
        && report.Inputs.Select(input => (input.Path, input.Kind)).SequenceEqual(first.Inputs.Select(input => (input.Path, input.Kind)));

    private static Diagnostic Mismatch(string file, string reason) => DiagnosticCatalog.ScanResultsMismatch(new SourceLocation(file), reason);
}

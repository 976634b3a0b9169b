using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Scan.Baselines;

/// <summary>Takes out of a report what a baseline knows.</summary>
public static class BaselineMatch
{
    /// <summary>The report without known findings. Entries that match nothing, or have expired, are reported.</summary>
    /// <param name="report">The report.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="today">The day: an entry counts on its last day, and not after it.</param>
    public static ScanReport Apply(ScanReport report, Baseline baseline, DateOnly today)
    {
        var entries = baseline.Entries.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.MaxBy(entry => entry.Until) ?? group.First());
        var used = new HashSet<FindingKey>();
        var (open, known) = (ImmutableArray.CreateBuilder<ScanFinding>(), ImmutableArray.CreateBuilder<KnownFinding>());
        foreach (var finding in report.Findings)
        {
            var entry = entries.GetValueOrDefault(finding.Key);
            if (entry is not null) used.Add(finding.Key);
            if (entry is not null && entry.Until >= today) known.Add(new(finding, entry.Owner, entry.Until));
            else open.Add(finding);
        }

        // A shard sees a share of the resources: what it does not find is in another one.
        var unused = report.Shard is { Count: > 1 } || report.Omitted > 0 ? [] : entries.Values.Where(entry => !used.Contains(entry.Key));
        var expired = entries.Values.Where(entry => used.Contains(entry.Key) && entry.Until < today);
        return report with
        {
            Findings = open.ToImmutable(),
            Known = [.. report.Known, .. known],
            Diagnostics = [.. report.Diagnostics, .. expired.Select(Expired), .. unused.Select(Unused)],
        };
    }

    private static Diagnostic Expired(BaselineEntry entry) => DiagnosticCatalog.BaselineEntryExpired(
        PlaceOf(entry), entry.Key.DefinitionId, entry.Key.ResourceId, entry.Owner, entry.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Diagnostic Unused(BaselineEntry entry) => DiagnosticCatalog.BaselineEntryUnused(PlaceOf(entry), entry.Key.DefinitionId, entry.Key.ResourceId);

    private static SourceLocation PlaceOf(BaselineEntry entry) => entry.Location ?? new SourceLocation("baseline");
}

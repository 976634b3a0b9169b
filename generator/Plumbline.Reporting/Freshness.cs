namespace Plumbline.Reporting;

/// <summary>When the states of a report were evaluated. Azure evaluates everything about once in 24 hours.</summary>
public sealed record Freshness(DateTimeOffset Oldest, DateTimeOffset Median, DateTimeOffset Newest)
{
    /// <summary>Older than this at the time of reading, a state is called stale.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(36);

    internal static Freshness? Of(IEnumerable<ComplianceRow> rows)
    {
        DateTimeOffset[] times = [.. rows.Select(row => row.EvaluatedAt).OfType<DateTimeOffset>().Order()];
        return times.Length == 0 ? null : new(times[0], times[times.Length / 2], times[^1]);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Synthetic;

/// <summary>Reads and counts the records of a synthetic estate.</summary>
internal sealed class SyntheticRecords(SyntheticEstate estate) : IRecordSource
{
    // Smaller ranges are counted faster than they are looked up and kept.
    private const int WorthKeeping = 10_000;
    private readonly ConcurrentDictionary<(int Start, int End), ImmutableArray<(ulong Pattern, int Count)>> counted = new();

    /// <inheritdoc/>
    public bool Holds(RecordCursor cursor) => cursor.Timestamp == SyntheticEstate.Timestamp && cursor.Resource is { } resource && estate.IndexOf(resource) is not null;

    /// <inheritdoc/>
    public IEnumerable<ResourceVerdicts> Read(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after)
    {
        if (!window.Holds(SyntheticEstate.Timestamp)) yield break;
        var first = Holds(after) && after.Resource is { } resource ? estate.IndexOf(resource) ?? 0 : 0;
        foreach (var (start, end) in SyntheticScope.Ranges(estate, state, scope))
        {
            for (var index = Math.Max(start, first); index < end; index++)
            {
                var verdicts = estate.Verdicts(index);
                if (state.Resources.Find(verdicts.Resource.Id) is null) yield return verdicts;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>On all processors; a range is counted once in the life of the estate.</remarks>
    public void Count(ArmState state, RecordScope scope, SummaryCounter counter)
    {
        foreach (var (start, end) in SyntheticScope.Ranges(estate, state, scope))
        {
            foreach (var (subscription, from, to) in Split(start, end))
            {
                foreach (var (pattern, count) in Patterns(from, to)) counter.Add(estate.States(subscription, pattern), count);
            }

            foreach (var index in SyntheticScope.Written(estate, state).Where(index => index >= start && index < end)) counter.Add(estate.States(index), -1);
        }
    }

    private IEnumerable<(int Subscription, int From, int To)> Split(int start, int end)
    {
        while (start < end)
        {
            var subscription = estate.Shape.PlaceOf(start).Subscription;
            var to = Math.Min(end, estate.Shape.OfSubscription(subscription).End);
            yield return (subscription, start, to);
            start = to;
        }
    }

    private ImmutableArray<(ulong Pattern, int Count)> Patterns(int from, int to) =>
        to - from < WorthKeeping ? CountPatterns(from, to) : counted.GetOrAdd((from, to), range => CountPatterns(range.Start, range.End));

    private ImmutableArray<(ulong Pattern, int Count)> CountPatterns(int from, int to)
    {
        var parts = Math.Clamp((to - from) / WorthKeeping, 1, Environment.ProcessorCount);
        var counts = new Dictionary<ulong, int>[parts];
        Parallel.For(0, parts, part =>
        {
            var own = counts[part] = [];
            var (first, last) = (from + (int)((long)(to - from) * part / parts), from + (int)((long)(to - from) * (part + 1) / parts));
            for (var index = first; index < last; index++)
            {
                var pattern = estate.PatternOf(index);
                own[pattern] = own.GetValueOrDefault(pattern) + 1;
            }
        });
        return [.. counts.SelectMany(own => own).GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum()))];
    }
}

using System.Collections.Immutable;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Which evaluations are read: the newest of each resource, or all; made in an interval.</summary>
/// <param name="IsLatest">Whether only the newest of each resource is meant.</param>
/// <param name="From">The first instant; null for no bound.</param>
/// <param name="To">The last instant; null for no bound.</param>
internal sealed record RecordWindow(bool IsLatest, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whether the newest evaluations of all time are meant.</summary>
    public bool IsNow => IsLatest && From is null && To is null;

    /// <summary>Whether reading can start behind any evaluation: not when it depends on those before which is the newest of its resource.</summary>
    public bool IsResumable => !IsLatest || IsNow;

    /// <summary>Whether an instant lies in the interval.</summary>
    public bool Holds(DateTimeOffset instant) => !(instant < From || instant > To);
}

/// <summary>Reads the evaluations that a query is about, newest first, from any place on.</summary>
internal static class RecordReader
{
    /// <summary>The evaluations of resources, read as they are asked for.</summary>
    /// <param name="after">The cursor to start behind; the evaluation it names comes first, as it may have further records.</param>
    public static IEnumerable<ResourceVerdicts> States(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after)
    {
        var table = state.PolicyStates;
        if (window.IsNow) return scope.Resource is { } resource ? One(table.Find(resource)) : From(table.Newest, after).Where(verdicts => scope.Holds(verdicts.Resource.Id));
        var all = Merge(From(table.Newest, after), From(table.History, after))
            .Where(verdicts => window.Holds(verdicts.Timestamp) && scope.Holds(verdicts.Resource.Id) && table.Find(verdicts.Resource.Id) is not null);
        return window.IsLatest ? all.DistinctBy(verdicts => verdicts.Resource.Id) : all;
    }

    /// <summary>The events, read as they are asked for. They outlive the resources and assignments they are about.</summary>
    public static IEnumerable<ResourceVerdicts> Events(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after) =>
        From(state.PolicyEvents.Newest, after).Where(verdicts => window.Holds(verdicts.Timestamp) && scope.Holds(verdicts.Resource.Id));

    /// <summary>The rows of evaluations, behind a cursor.</summary>
    public static IEnumerable<ComplianceRow> Rows(IEnumerable<ResourceVerdicts> evaluations, RecordScope scope, RowContext context, RecordCursor after)
    {
        foreach (var verdicts in evaluations)
        {
            for (var place = after.FirstPlaceOf(verdicts); place < verdicts.States.Length; place++)
            {
                if (scope.Holds(verdicts.States[place].Member)) yield return new ComplianceRow(context, verdicts, place);
            }
        }
    }

    private static IEnumerable<ResourceVerdicts> One(ResourceVerdicts? found) => found is null ? [] : [found];

    private static IEnumerable<ResourceVerdicts> From(ImmutableSortedSet<ResourceVerdicts> set, RecordCursor after)
    {
        var start = 0;
        if (after is { Timestamp: { } at, Resource: { } resource })
        {
            start = set.IndexOf(new ResourceVerdicts(new StoredResource(resource, default), at, []) { Sequence = after.Sequence });
            if (start < 0) start = ~start;
        }

        for (var index = start; index < set.Count; index++) yield return set[index];
    }

    private static IEnumerable<ResourceVerdicts> Merge(IEnumerable<ResourceVerdicts> left, IEnumerable<ResourceVerdicts> right)
    {
        using var one = left.GetEnumerator();
        using var other = right.GetEnumerator();
        var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
        while (hasOne || hasOther)
        {
            if (hasOne && (!hasOther || ResourceVerdicts.NewestFirst.Compare(one.Current, other.Current) <= 0))
            {
                yield return one.Current;
                hasOne = one.MoveNext();
            }
            else
            {
                yield return other.Current;
                hasOther = other.MoveNext();
            }
        }
    }
}

using System.Collections.Immutable;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Scan;

/// <summary>Reads the evaluations that a query is about, newest first, from any place on.</summary>
/// <param name="evaluator">Explains verdicts.</param>
/// <param name="source">Evaluations that are not stored, which come behind all others; null for none.</param>
internal sealed class RecordReader(PolicyEvaluator evaluator, IRecordSource? source)
{
    /// <summary>The evaluations of resources, read as they are asked for.</summary>
    /// <param name="after">The cursor to start behind; the evaluation it names comes first, as it may have further records.</param>
    public IEnumerable<ResourceVerdicts> States(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after)
    {
        if (source is null) return Stored(state, scope, window, after);
        var made = source.Read(state, scope, window, after);
        return source.Holds(after) ? made : Stored(state, scope, window, after).Concat(made);
    }

    /// <summary>The records of a scope that a filter selects, counted.</summary>
    public SummaryCounter Count(ArmState state, RecordScope scope, RecordWindow window, FilterNode? filter)
    {
        var counter = new SummaryCounter();
        var isWhole = scope.IsAllPolicies && filter is null;
        var context = ContextOf(state);
        var counted = isWhole && window.IsNow && source is not null;
        if (counted) source?.Count(state, scope, counter);
        foreach (var verdicts in counted ? Stored(state, scope, window, RecordCursor.Start) : States(state, scope, window, RecordCursor.Start))
            counter.Add(isWhole ? verdicts.States : Rows([verdicts], scope, context, RecordCursor.Start).Where(row => filter?.Matches(row) != false).Select(row => row.Record));
        return counter;
    }

    /// <summary>What the rows of a state read besides their records.</summary>
    public RowContext ContextOf(ArmState state) => new(evaluator, state);

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

    private static IEnumerable<ResourceVerdicts> Stored(ArmState state, RecordScope scope, RecordWindow window, RecordCursor after)
    {
        var table = state.PolicyStates;
        if (window.IsNow) return scope.Resource is { } resource ? One(table.Find(resource)) : From(table.Newest, after).Where(verdicts => scope.Holds(verdicts.Resource.Id));
        var all = Merge(From(table.Newest, after), From(table.History, after))
            .Where(verdicts => window.Holds(verdicts.Timestamp) && scope.Holds(verdicts.Resource.Id) && table.Find(verdicts.Resource.Id) is not null);
        return window.IsLatest ? all.DistinctBy(verdicts => verdicts.Resource.Id) : all;
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

using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The rows by policy, one result per resource; ids and reference ids are compared without regard to case.</summary>
internal sealed class StateIndex
{
    private static readonly StringComparer Ids = StringComparer.OrdinalIgnoreCase;
    private readonly Dictionary<string, ImmutableArray<ResourceResult>> byReference;

    public StateIndex(ImmutableArray<ComplianceRow> rows) =>
        byReference = rows.GroupBy(row => row.ReferenceId, Ids).ToDictionary(group => group.Key, OneResultPerResource, Ids);

    /// <summary>Every reference id that has a row, as its first row in ordinal order spells it.</summary>
    public IEnumerable<string> ReferenceIds => byReference.Keys;

    /// <summary>The results of one policy, worst first, then by id; empty when there is no row.</summary>
    public ImmutableArray<ResourceResult> Results(string referenceId) => byReference.GetValueOrDefault(referenceId, []);

    /// <summary>Distinct resources over several policies: each in its strongest state by the documented rank.</summary>
    public StateCounts RollUp(IEnumerable<string> referenceIds) => StateCounts.Of(
        referenceIds.Distinct(Ids)
            .SelectMany(id => Results(id))
            .GroupBy(result => result.ResourceId, Ids)
            .Select(group => group.Min(result => result.State)));

    /// <summary>Pairs of policy and resource over several policies.</summary>
    public StateCounts Pairs(IEnumerable<string> referenceIds) =>
        StateCounts.Of(referenceIds.Distinct(Ids).SelectMany(id => Results(id)).Select(result => result.State));

    private static ImmutableArray<ResourceResult> OneResultPerResource(IEnumerable<ComplianceRow> rows) =>
    [
        .. rows.GroupBy(row => row.ResourceId.TrimEnd('/'), Ids)
            .Select(Merge)
            .OrderBy(result => ComplianceStates.Attention(result.State))
            .ThenBy(result => result.ResourceId, StringComparer.Ordinal),
    ];

    // INVARIANT: the outcome depends on the set of rows alone, not on their order: every choice below is a minimum or a sorted union.
    private static ResourceResult Merge(IEnumerable<ComplianceRow> sameResource)
    {
        var parsed = sameResource.Select(row => (Row: row, State: ComplianceStates.Parse(row.State))).ToList();
        var state = parsed.Min(item => item.State);
        List<ComplianceRow> strongest = [.. parsed.Where(item => item.State == state).Select(item => item.Row)];
        return new(
            Least(strongest, row => row.ResourceId.TrimEnd('/')),
            Least(strongest, row => row.ResourceType),
            state,
            Least(strongest, row => ComplianceStates.Word(row.State)),
            Least(strongest, row => row.Effect),
            strongest.Max(row => row.EvaluatedAt),
            [.. strongest.SelectMany(row => row.Reasons).Distinct().Order(ReasonOrder)]);
    }

    private static string Least(IEnumerable<ComplianceRow> rows, Func<ComplianceRow, string> field) =>
        rows.Select(field).Min(StringComparer.Ordinal) ?? "";

    private static readonly Comparer<ComplianceReason> ReasonOrder = Comparer<ComplianceReason>.Create((left, right) =>
        Fields(left).Zip(Fields(right), string.CompareOrdinal).FirstOrDefault(order => order != 0));

    private static string[] Fields(ComplianceReason reason) => [reason.Path, reason.Operator, reason.Actual, reason.Expected, reason.Message];
}

using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Policy.Assignments;

/// <summary>
/// Finds modify policies that contradict each other. Azure's documentation: when two definitions with <c>conflictEffect</c> deny change the same property
/// differently, the request is denied, and an existing resource gets the state Conflict.
/// </summary>
public static class ModifyConflicts
{
    /// <summary>The records in their order; those that contradict another one of the same resource have the state <see cref="ComplianceState.Conflict"/>.</summary>
    /// <remarks>A record takes part when it is NonCompliant, its effect is Modify and takes place, and its conflictEffect is deny; the operations are those of its <see cref="AssignmentRecord.Details"/>.</remarks>
    public static ImmutableArray<AssignmentRecord> Mark(IEnumerable<AssignmentRecord> records)
    {
        ImmutableArray<AssignmentRecord> all = [.. records];
        var changes = all
            .Where(record => record is { State: ComplianceState.NonCompliant, Effect: EffectNames.Modify, IsEnforced: true })
            .Select(record => (Record: record, Changes: ModifyChanges.Of(record.Details)))
            .Where(pair => pair.Changes is { DeniesConflicts: true })
            .ToLookup(pair => pair.Record.ResourceId, StringComparer.OrdinalIgnoreCase);
        var contradicted = changes
            .SelectMany(same => same.Where(pair => same.Any(other => pair.Changes?.Contradicts(other.Changes) == true)))
            .Select(pair => pair.Record)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return contradicted.Count == 0 ? all : [.. all.Select(record => contradicted.Contains(record) ? record with { State = ComplianceState.Conflict } : record)];
    }
}

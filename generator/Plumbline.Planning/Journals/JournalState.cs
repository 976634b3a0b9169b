using System.Collections.Immutable;

namespace Plumbline.Planning.Journals;

/// <summary>What a journal says about each operation, after all of its events.</summary>
/// <param name="PlanId">The plan of the journal; null when it has no beginning.</param>
/// <param name="Operations">The last word about each operation, by its key.</param>
public sealed record JournalState(string? PlanId, ImmutableDictionary<string, OperationRecord> Operations)
{
    /// <summary>Nothing has happened.</summary>
    public static JournalState Empty { get; } = new(null, ImmutableDictionary.Create<string, OperationRecord>(StringComparer.Ordinal));

    /// <summary>Whether a rollback undid anything, or tried to.</summary>
    public bool IsRolledBack => Operations.Values.Any(one => one.Status is OperationStatus.Undoing or OperationStatus.Undone);

    /// <summary>What is known of an operation.</summary>
    public OperationRecord Of(string op) => Operations.GetValueOrDefault(op, OperationRecord.None);

    /// <summary>Replays events in their order.</summary>
    public static JournalState Of(ImmutableArray<JournalEvent> events)
    {
        var operations = Empty.Operations.ToBuilder();
        string? planId = null;
        for (var index = 0; index < events.Length; index++)
        {
            var item = events[index];
            planId ??= item.PlanId;
            if (item.Op is { } op) operations[op] = operations.GetValueOrDefault(op, OperationRecord.None).After(item, index);
        }

        return new(planId, operations.ToImmutable());
    }
}

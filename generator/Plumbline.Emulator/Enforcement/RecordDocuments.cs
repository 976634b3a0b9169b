using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Enforcement;

/// <summary>A record and the stored documents it comes from.</summary>
/// <param name="Definition">The definition; null when it does not exist any more.</param>
/// <param name="Set">The initiative, or null for a definition that is assigned directly.</param>
internal sealed record RecordDocuments(AssignmentRecord Record, StoredResource Assignment, StoredResource? Definition, StoredResource? Set)
{
    /// <summary>Why it refuses a request, where that is not told by the assignment's message: a change that cannot be made. Null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The id of the definition, as it is stored.</summary>
    public string DefinitionId => Definition?.Id.Text ?? Record.Policy.DefinitionId;

    /// <summary>The name of the definition.</summary>
    public string DefinitionName => DefinitionId[(DefinitionId.LastIndexOf('/') + 1)..];

    /// <summary>The documents of a record; null when its assignment is not stored.</summary>
    public static RecordDocuments? Of(ArmState state, AssignmentRecord record)
    {
        var policy = record.Policy;
        return state.Find(policy.Assignment.Id) is { } assignment
            ? new(record, assignment, state.Find(policy.DefinitionId), policy.SetDefinition is null ? null : state.Find(policy.Assignment.PolicyDefinitionId))
            : null;
    }
}

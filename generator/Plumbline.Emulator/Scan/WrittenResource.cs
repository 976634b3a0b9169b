using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Scan;

/// <summary>What the write of a resource leaves in the records: its new states, and the events of the effects that took place.</summary>
internal static class WrittenResource
{
    /// <summary>The state after a write: the records of the resource are those given, and effects on it are events.</summary>
    /// <param name="state">With the resource as it is after the write.</param>
    /// <param name="resource">The resource as it was evaluated.</param>
    /// <param name="records">All records of the resource after the write.</param>
    /// <param name="principal">The object id of who wrote.</param>
    /// <param name="applied">The records of effects that changed the request (append, modify), which are compliant afterwards; may be empty.</param>
    public static ArmState Keep(
        ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> records, string principal, DateTimeOffset now, IReadOnlyCollection<AssignmentRecord>? applied = null) =>
        Log(state with { PolicyStates = state.PolicyStates.With(ResourceVerdicts.Of(state, resource, records, now)) }, resource, [.. applied ?? [], .. records], principal, now);

    /// <summary>The state after a write that was refused: the refusals are events.</summary>
    public static ArmState Refuse(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> denials, string principal, DateTimeOffset now) =>
        Log(state, resource, denials, principal, now);

    private static ArmState Log(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> records, string principal, DateTimeOffset now)
    {
        var events = ResourceVerdicts.Of(state, resource, records.Where(IsEvent), now) with { Principal = principal };
        return state with { PolicyEvents = state.PolicyEvents.With(events) };
    }

    // An effect takes place where its condition holds; without enforcement only what merely reports does.
    private static bool IsEvent(AssignmentRecord record) =>
        record.State is ComplianceState.NonCompliant or ComplianceState.Conflict or ComplianceState.Error
        && (record.IsEnforced || record.Effect is EffectNames.Audit or EffectNames.AuditIfNotExists);
}

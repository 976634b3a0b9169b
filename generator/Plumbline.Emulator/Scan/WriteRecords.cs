using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Scan;

/// <summary>What the write of a resource leaves in the records: its new states, and the events of the effects that took place.</summary>
internal sealed class WriteRecords : IWriteRecords
{
    /// <inheritdoc/>
    public ArmState Written(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> records, IReadOnlyCollection<AssignmentRecord> applied, ResourceWrite write) =>
        Log(state with { PolicyStates = state.PolicyStates.With(ResourceVerdicts.Of(state, resource, records, write.Now)) }, resource, applied.Concat(records), write);

    /// <inheritdoc/>
    public ArmState Refused(ArmState state, StoredResource resource, IReadOnlyCollection<AssignmentRecord> denials, ResourceWrite write) => Log(state, resource, denials, write);

    private static ArmState Log(ArmState state, StoredResource resource, IEnumerable<AssignmentRecord> records, ResourceWrite write)
    {
        var events = ResourceVerdicts.Of(state, resource, records.Where(IsEvent), write.Now) with { Principal = write.Caller.ObjectId };
        return state with { PolicyEvents = state.PolicyEvents.With(events) };
    }

    // An effect takes place where its condition holds; without enforcement only what merely reports does.
    private static bool IsEvent(AssignmentRecord record) =>
        record.State is ComplianceState.NonCompliant or ComplianceState.Conflict or ComplianceState.Error or ComplianceState.Protected
        && (record.IsEnforced || record.Effect is EffectNames.Audit or EffectNames.AuditIfNotExists)
        && (record.State != ComplianceState.Protected || record.Effect == EffectNames.DenyAction);
}

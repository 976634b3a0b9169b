using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Enforcement;

/// <summary>
/// The one way by which a resource is written: requests, deployments and remediations come here. Azure's order: what is disabled is skipped; append and modify change the
/// resource; deny refuses it; audit, manual and the two of IfNotExists look at it after it is stored. Pure: a state in, the next one out.
/// </summary>
/// <param name="policies">The assignments.</param>
/// <param name="effects">Applies append and modify.</param>
/// <param name="records">Keeps records and events; null keeps none.</param>
internal sealed class ResourceWriter(PreparedPolicies policies, EffectApplier effects, IWriteRecords? records = null)
{
    /// <summary>Writes a resource, or says which policies refuse it.</summary>
    public WriteResult Write(ArmState state, ResourceWrite write)
    {
        if (!EvaluatedTypes.Include(write.Resource.Id)) return new WriteResult(null, state.With(write.Resource), write.Resource);
        var verdicts = new AssignmentVerdicts(policies, state, write.Now, write.ApiVersion, new RequestIdentity(write.Caller.ObjectId, []));
        var asked = Evaluate(verdicts, write.Resource, write);
        var outcome = effects.Apply(ResourceView.Of(write.Resource), asked, write.ApiVersion);
        var resource = outcome.Changes.IsEmpty ? write.Resource : ResourceView.Changed(write.Resource, outcome.Document);
        var evaluated = outcome.Changes.IsEmpty ? asked : Evaluate(verdicts, resource, write);
        var denials = Denials(state, outcome, evaluated);
        return denials.IsEmpty ? Accept(state, resource, outcome, write) : Refuse(state, write, denials);
    }

    private static ImmutableArray<AssignmentRecord> Evaluate(AssignmentVerdicts verdicts, StoredResource resource, ResourceWrite write)
    {
        var all = verdicts.EachOn(resource);
        return write.ChangesTagsOnly ? all.RemoveAll(record => record.Policy.Definition is not { } definition || !TagUse.IsIn(definition)) : all;
    }

    private static ImmutableArray<RecordDocuments> Denials(ArmState state, EffectOutcome outcome, ImmutableArray<AssignmentRecord> evaluated)
    {
        var conflicts = outcome.Conflicts
            .DistinctBy(conflict => conflict.Record, ReferenceEqualityComparer.Instance)
            .Select(conflict => RecordDocuments.Of(state, conflict.Record) is { } documents ? documents with { Reason = conflict.Reason } : null);
        var denied = evaluated.Where(IsRefusal).Select(record => RecordDocuments.Of(state, record));
        return [.. conflicts.Concat(denied).OfType<RecordDocuments>()];
    }

    // What is only evaluated after the write, or for a deletion, cannot refuse a write by failing.
    private static bool IsRefusal(AssignmentRecord record) =>
        record.IsDenied && !EffectNames.IsIfNotExists(record.Effect) && record.Effect is not (EffectNames.DenyAction or EffectNames.Manual);

    private WriteResult Accept(ArmState state, StoredResource resource, EffectOutcome outcome, ResourceWrite write)
    {
        var next = state.With(resource);
        ImmutableArray<AssignmentRecord> after = [.. new AssignmentVerdicts(policies, next, write.Now, apiVersion: null).On(resource)];
        var applied = outcome.Changes.Select(change => change.Record).Distinct<AssignmentRecord>(ReferenceEqualityComparer.Instance).ToList();
        return new WriteResult(null, records?.Written(next, resource, after, applied, write) ?? next, resource)
        {
            Changes = outcome.Changes,
            Records = after,
            Deployments = [.. after.Select(record => PendingDeployment.Of(record, resource.Id)).OfType<PendingDeployment>()],
        };
    }

    private WriteResult Refuse(ArmState state, ResourceWrite write, ImmutableArray<RecordDocuments> denials)
    {
        ImmutableArray<AssignmentRecord> denied = [.. denials.Select(denial => denial.Record)];
        return new WriteResult(PolicyViolation.Error(write.Resource.Id, denials), records?.Refused(state, write.Resource, denied, write) ?? state, write.Resource) { Denials = denied };
    }
}

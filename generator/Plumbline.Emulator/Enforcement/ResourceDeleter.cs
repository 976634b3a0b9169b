using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;

namespace Plumbline.Emulator.Enforcement;

/// <summary>The one way by which a resource or a resource group is deleted: what <c>denyAction</c> protects is refused. Pure: a state in, the next one out.</summary>
/// <param name="policies">The assignments.</param>
/// <param name="records">Keeps events; null keeps none.</param>
internal sealed class ResourceDeleter(PreparedPolicies policies, IWriteRecords? records = null)
{
    private const string Effect = "denyAction";
    private readonly ConditionalWeakTable<ResourceIndex, object> protecting = [];

    /// <summary>Deletes a stored resource and all that lies in it, or says which policies refuse that.</summary>
    /// <param name="state">The state.</param>
    /// <param name="deletion">The deletion; its resource is the stored one.</param>
    public WriteResult Delete(ArmState state, ResourceWrite deletion)
    {
        var resource = deletion.Resource;
        var denials = IsProtected(state) ? Denials(state, deletion) : [];
        if (denials.IsEmpty) return new WriteResult(null, state.Without(resource.Id), resource);
        ImmutableArray<AssignmentRecord> denied = [.. denials.Select(denial => denial.Record)];
        return new WriteResult(PolicyViolation.DeletionError(resource.Id, denials), records?.Refused(state, resource, denied, deletion) ?? state, resource) { Denials = denied };
    }

    private ImmutableArray<RecordDocuments> Denials(ArmState state, ResourceWrite deletion)
    {
        var verdicts = new AssignmentVerdicts(policies, state, deletion.Now, deletion.ApiVersion, new RequestIdentity(deletion.Caller.ObjectId, []));
        var id = deletion.Resource.Id;
        var direct = On(verdicts, deletion.Resource).Where(DeletionProtection.Refuses);
        var inside = id.Is(ResourceTypes.ResourceGroup)
            ? state.Within(id).Where(resource => id.Equals(resource.Id.Parent)).SelectMany(resource => On(verdicts, resource)).Where(DeletionProtection.RefusesWithGroup)
            : [];
        return [.. direct.Concat(inside).Select(record => RecordDocuments.Of(state, record)).OfType<RecordDocuments>()];
    }

    // Types that would lock everybody out are exempt.
    private static ImmutableArray<AssignmentRecord> On(AssignmentVerdicts verdicts, StoredResource resource) =>
        EvaluatedTypes.Include(resource.Id) && !DeletionProtection.IsExempt(resource.Id.Type) ? verdicts.EachOn(resource) : [];

    // Most estates have no such policy, and a resource group may be large. The word may also come from a parameter's value, so assignments are looked at too.
    private bool IsProtected(ArmState state) =>
        (bool)protecting.GetValue(state.PolicyObjects, static objects => objects.Values.Any(item => item.Body.GetRawText().Contains(Effect, StringComparison.OrdinalIgnoreCase)));
}

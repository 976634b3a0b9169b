using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Remediations;

/// <summary>Remediates one resource: runs the deployment of a deployIfNotExists, or makes the changes of a modify, as the identity of the assignment.</summary>
internal sealed class ResourceRemediator(
    ArmStore store, RemediationTargets targets, PolicyDeployer deployer, ResourceWriter writer, EffectApplier effects, PolicyDeploymentQueue queue, TimeProvider time)
{
    /// <summary>Remediates a resource if it still needs it.</summary>
    /// <param name="id">The resource.</param>
    /// <param name="request">The remediation.</param>
    /// <param name="correlationId">The remediation's own.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<PolicyDeploymentOutcome> RunAsync(ResourceId id, RemediationRequest request, Guid correlationId, CancellationToken cancellation)
    {
        var state = store.Current;
        if (state.Find(id) is not { } resource) return new(null, RemediationErrors.ResourceGone(id.Text));
        if (targets.Find(state, resource, request, time.GetUtcNow()) is not { } record) return new(null, null);
        return record.Effect == EffectNames.DeployIfNotExists
            ? await deployer.RunAsync(state, record, correlationId, cancellation)
            : await store.ChangeAsync(current => Modify(current, id, request));
    }

    private (PolicyDeploymentOutcome Outcome, ArmState? Next) Modify(ArmState state, ResourceId id, RemediationRequest request)
    {
        var now = time.GetUtcNow();
        if (state.Find(id) is not { } resource) return (new(null, RemediationErrors.ResourceGone(id.Text)), null);
        if (targets.Find(state, resource, request, now) is not { } record) return (new(null, null), null);
        var (principal, refused) = deployer.Authorize(state, record, DeploymentRequest.RolesOf(record.Details), $"{id.Type}/write", id, id.Text);
        if (principal is null) return (new(null, refused), null);
        var outcome = effects.Apply(ResourceView.Of(resource), [Wanted(record)], apiVersion: null);
        if (outcome.Conflicts is [var conflict, ..]) return (new(null, RemediationErrors.ChangeRefused(conflict.Field, conflict.Reason)), null);
        var written = writer.Write(state, new ResourceWrite(ResourceView.Changed(resource, outcome.Document), now, null, principal));
        queue.Add(written.Deployments);
        return (new(null, written.Error), written.Next);
    }

    // A remediation does what the policy asks for, whatever the enforcement mode of the assignment.
    private static AssignmentRecord Wanted(AssignmentRecord record) => record with { IsEnforced = true };
}

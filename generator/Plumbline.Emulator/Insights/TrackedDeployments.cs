using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Insights;

/// <summary>Runs the deployments of policies and keeps which resources they made or updated.</summary>
/// <param name="deployments">Runs them.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class TrackedDeployments(IPolicyDeployments deployments, ArmStore store, TimeProvider time) : IPolicyDeployments
{
    /// <inheritdoc/>
    public async Task<PolicyDeploymentOutcome> RunAsync(PolicyDeployment deployment, CancellationToken cancellation)
    {
        var outcome = await deployments.RunAsync(deployment, cancellation);
        if (outcome is { Error: null, DeploymentId: { } id } && deployment.Record is { } record)
            await store.ChangeAsync(state => (true, (ArmState?)TrackedResource.Track(state, record, id, time.GetUtcNow())));
        return outcome;
    }
}

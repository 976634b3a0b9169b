using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Stands in where nothing can deploy: every deployment fails, and says why.</summary>
internal sealed class NoPolicyDeployments : IPolicyDeployments
{
    /// <inheritdoc/>
    public Task<PolicyDeploymentOutcome> RunAsync(PolicyDeployment deployment, CancellationToken cancellation) => Task.FromResult(new PolicyDeploymentOutcome(
        null, new ArmError(400, "DeploymentsNotAvailable", $"The deployment '{deployment.Name}' was not started: this emulator runs no deployments.")));
}

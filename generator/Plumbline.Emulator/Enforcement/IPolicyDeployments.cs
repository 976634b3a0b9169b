namespace Plumbline.Emulator.Enforcement;

/// <summary>Runs the deployments of deployIfNotExists policies.</summary>
internal interface IPolicyDeployments
{
    /// <summary>Runs a deployment to its end. What goes wrong with it is in the outcome; nothing is thrown but cancellation.</summary>
    Task<PolicyDeploymentOutcome> RunAsync(PolicyDeployment deployment, CancellationToken cancellation);
}

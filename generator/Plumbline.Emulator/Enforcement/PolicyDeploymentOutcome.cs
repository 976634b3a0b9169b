using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>How a deployment of a policy, or a change by a remediation, ended.</summary>
/// <param name="DeploymentId">The id of the deployment; null when it did not get that far, and for a modify, which deploys nothing.</param>
/// <param name="Error">Why it failed; null for success.</param>
internal sealed record PolicyDeploymentOutcome(string? DeploymentId, ArmError? Error);

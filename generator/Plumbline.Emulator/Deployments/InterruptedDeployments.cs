using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments;

/// <summary>Deployments that ran when the emulator stopped: nobody goes on with them, so they have failed.</summary>
internal static class InterruptedDeployments
{
    /// <summary>The state with their ends; the same when there are none.</summary>
    public static ArmState Fail(ArmState state, DateTimeOffset now)
    {
        var error = new ArmError(409, "DeploymentFailed", "The emulator was stopped while the deployment ran. Deploy it again.");
        foreach (var deployment in state.OfType(DeploymentTypes.Deployment).Where(found => !DeploymentTypes.IsTerminal(DeploymentDocument.StateOf(found))).ToList())
        {
            state = state.With(DeploymentReadRoutes.InState(deployment, DeploymentTypes.Failed, now));
            foreach (var status in state.OfType(DeploymentTypes.OperationStatus, deployment.Id).ToList()) state = state.With(DeploymentStatus.Create(status.Id, DeploymentTypes.Failed, error));
        }

        return state;
    }
}

namespace Plumbline.Emulator.Deployments;

/// <summary>The types of deployments, and the states they go through.</summary>
internal static class DeploymentTypes
{
    public const string Deployment = "Microsoft.Resources/deployments";

    public const string Operation = "Microsoft.Resources/deployments/operations";

    /// <summary>The state of one run of a deployment, which clients poll.</summary>
    public const string OperationStatus = "Microsoft.Resources/deployments/operationStatuses";

    public const string Accepted = "Accepted";

    public const string Running = "Running";

    public const string Canceled = "Canceled";

    public const string Failed = "Failed";

    public const string Succeeded = "Succeeded";

    /// <summary>Whether a deployment in this state is over.</summary>
    public static bool IsTerminal(string? state) => state is Canceled or Failed or Succeeded;
}

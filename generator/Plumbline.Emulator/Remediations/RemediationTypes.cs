namespace Plumbline.Emulator.Remediations;

/// <summary>The types of remediations, and the states they go through.</summary>
internal static class RemediationTypes
{
    public const string Remediation = "Microsoft.PolicyInsights/remediations";

    /// <summary>One resource of a remediation, as it is kept here: Azure shows them by <c>listDeployments</c> only.</summary>
    public const string Deployment = "Microsoft.PolicyInsights/remediations/deployments";

    public const string Accepted = "Accepted";

    public const string Evaluating = "Evaluating";

    public const string Cancelling = "Cancelling";

    public const string Canceled = "Canceled";

    public const string Failed = "Failed";

    public const string Succeeded = "Succeeded";

    /// <summary>The only resources that are known not to comply.</summary>
    public const string ExistingNonCompliant = "ExistingNonCompliant";

    /// <summary>All resources are evaluated first.</summary>
    public const string ReEvaluateCompliance = "ReEvaluateCompliance";

    /// <summary>Whether a remediation, or one resource of it, in this state is over.</summary>
    public static bool IsTerminal(string? state) => state is Canceled or Failed or Succeeded;
}

namespace Plumbline.Arm;

/// <summary>The one api-version in use for each resource provider type. All exist on the service (Azure.Bicep.Types.Az lists them).</summary>
public static class ApiVersions
{
    /// <summary>policyDefinitions, policySetDefinitions and policyAssignments: the first stable version with every property that is written here.</summary>
    public const string Authorization = "2025-03-01";

    /// <summary>Microsoft.PolicyInsights: policyStates and triggerEvaluation.</summary>
    public const string PolicyInsights = "2024-10-01";
}

namespace Plumbline.Arm;

/// <summary>The one api-version in use for each resource provider type. All exist on the service (Azure.Bicep.Types.Az lists them).</summary>
public static class ApiVersions
{
    /// <summary>policyDefinitions, policySetDefinitions and policyAssignments: the first stable version with every property that is written here.</summary>
    public const string Authorization = "2025-03-01";

    /// <summary>Microsoft.PolicyInsights: policyStates and triggerEvaluation.</summary>
    public const string PolicyInsights = "2024-10-01";

    /// <summary>Subscriptions and resource groups.</summary>
    public const string Resources = "2022-12-01";

    /// <summary>Management groups.</summary>
    public const string ManagementGroups = "2020-05-01";

    /// <summary>Management locks.</summary>
    public const string Locks = "2020-05-01";
}

namespace Plumbline.Arm.Operations;

/// <summary>The api-versions of what operations call and a deployment does not.</summary>
internal static class OperationVersions
{
    /// <summary>Remediations and attestations.</summary>
    public const string PolicyInsights = "2024-10-01";

    /// <summary>Enrolments, which exist in this one only.</summary>
    public const string Enrollments = "2026-01-01-preview";

    /// <summary>Management groups and their descendants.</summary>
    public const string ManagementGroups = "2020-05-01";

    /// <summary>Subscriptions, resource groups, lists of resources and resource providers.</summary>
    public const string Resources = "2021-04-01";

    /// <summary>Resource Graph.</summary>
    public const string ResourceGraph = "2021-03-01";
}

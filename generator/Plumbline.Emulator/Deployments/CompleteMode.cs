using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments;

/// <summary>The resources that a deployment in mode <c>Complete</c> deletes from its resource group: those at the top that its template does not name.</summary>
internal static class CompleteMode
{
    private const string AnyDate = "2021-04-01";

    /// <summary>The resources, in the order of their ids.</summary>
    /// <param name="state">The state.</param>
    /// <param name="group">The id of the resource group.</param>
    /// <param name="kept">The ids of what stays.</param>
    public static IEnumerable<ResourceId> Others(ArmState state, string group, IReadOnlySet<string> kept) =>
        ResourceId.TryParse(group) is { } scope
            ? state.Within(scope).Select(resource => resource.Id).Where(id => IsDeletable(id) && !kept.Contains(id.Text) && !kept.Any(other => IsInside(other, id)))
            : [];

    /// <summary>An api-version to delete it with.</summary>
    public static string ApiVersionOf(ResourceId id) => ApiVersions.Newest(id.Type) ?? AnyDate;

    private static bool IsDeletable(ResourceId id) =>
        !id.IsNested && !id.IsExtension && !id.Is(ResourceTypes.ResourceGroup) && !id.Is(DeploymentTypes.Deployment)
        && !id.Type.StartsWith("Microsoft.Authorization/", StringComparison.OrdinalIgnoreCase) && !id.Type.StartsWith("Microsoft.PolicyInsights/", StringComparison.OrdinalIgnoreCase);

    // A template that names only a child keeps its parent.
    private static bool IsInside(string other, ResourceId id) => other.StartsWith(id.Text + "/", StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Frozen;

namespace Plumbline.Generation.Definitions;

/// <summary>Chooses the mode of a definition by its resource type.</summary>
public static class DefinitionModes
{
    // Types with location and tags: those that extend TrackedResource in the Microsoft.App specification
    // (Azure/azure-rest-api-specs, app/resource-manager), and those with Resource.location in the Microsoft.Network one.
    private static readonly FrozenSet<string> Tracked = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Microsoft.App/builders",
        "Microsoft.App/connectedEnvironments",
        "Microsoft.App/connectedEnvironments/certificates",
        "Microsoft.App/containerApps",
        "Microsoft.App/jobs",
        "Microsoft.App/managedEnvironments",
        "Microsoft.App/managedEnvironments/certificates",
        "Microsoft.App/managedEnvironments/managedCertificates",
        "Microsoft.App/sessionPools",
        "Microsoft.Network/networkSecurityGroups",
        "Microsoft.Network/privateEndpoints",
        "Microsoft.Network/routeTables",
        "Microsoft.Network/virtualNetworks");

    /// <summary><c>Indexed</c> for types known to have tags and location; <c>All</c> for any other, which an indexed definition would pass over in silence.</summary>
    public static string Of(string resourceType) => Tracked.Contains(resourceType) ? "Indexed" : "All";
}

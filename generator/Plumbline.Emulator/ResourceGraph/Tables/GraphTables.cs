using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>The tables of Resource Graph over what the emulator stores. Names compare without regard to case.</summary>
internal sealed class GraphTables(ArmState state, GraphScope scope) : IGraphTables
{
    private static readonly ImmutableArray<string> Authorization =
        [ResourceTypes.RoleAssignment, ResourceTypes.RoleDefinition];

    // Exist in Resource Graph, and stay empty here: the emulator runs no such service.
    private static readonly ImmutableArray<string> Empty =
    [
        "advisorresources", "alertsmanagementresources", "extensibilityresources", "extendedlocationresources", "guestconfigurationresources", "healthresources",
        "insightsresources", "iotsecurityresources", "kubernetesconfigurationresources", "maintenanceresources", "managedservicesresources", "networkresources",
        "patchassessmentresources", "patchinstallationresources", "quotaresources", "recoveryservicesresources", "resourcechanges", "securityresources",
        "servicehealthresources", "spotresources", "supportresources",
    ];

    // Their objects are no resources, or are rows of another table.
    private static readonly ImmutableArray<string> Services =
        ["Microsoft.Authorization/", "Microsoft.PolicyInsights/", "Microsoft.Management/", "Microsoft.Resources/deployments", "Microsoft.Resources/subscriptions", "Microsoft.Resources/tags"];

    /// <inheritdoc/>
    public IEnumerable<string> Names => Empty.Concat(["resources", "resourcecontainers", "policyresources", "authorizationresources"]).Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Relation? Find(string name) => name.ToLowerInvariant() switch
    {
        "resources" => GraphRecord.Table(scope.Resources().Where(resource => IsTracked(resource)).Select(resource => GraphRecord.Of(resource, state.TenantId))),
        "resourcecontainers" => GraphRecord.Table(new ContainerRecords(state).In(scope)),
        "policyresources" => GraphRecord.Table(new PolicyRecords(state).In(scope)),
        "authorizationresources" => GraphRecord.Table(Authorization.SelectMany(scope.Filtered).Select(resource => GraphRecord.Of(resource, state.TenantId))),
        var table when Empty.Contains(table) => GraphRecord.Table([]),
        _ => null,
    };

    // Top-level resources, and nested ones that have a location: those are what Resource Graph tracks one by one.
    private static bool IsTracked(StoredResource resource)
    {
        var id = resource.Id;
        if (id.SubscriptionId is null || id.IsExtension || id.Is(ResourceTypes.Subscription) || id.Is(ResourceTypes.ResourceGroup)) return false;
        if (Services.Any(service => id.Type.StartsWith(service, StringComparison.OrdinalIgnoreCase))) return false;
        return !id.IsNested || resource.Body.TryGetProperty("location", out _);
    }
}

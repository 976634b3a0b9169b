using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>The documents of the two scopes that are no provider's resources.</summary>
internal static class ScopeDocuments
{
    /// <summary>What ARM itself calls a resource group's type.</summary>
    public const string ResourceGroupType = "Microsoft.Resources/resourceGroups";

    /// <summary>A subscription as ARM returns it.</summary>
    public static StoredResource Subscription(string tenantId, ResourceId id)
    {
        var body = new JsonObject
        {
            ["id"] = id.Text,
            ["subscriptionId"] = id.Name,
            ["tenantId"] = tenantId,
            ["displayName"] = "Plumbline emulator",
            ["state"] = "Enabled",
            ["authorizationSource"] = "RoleBased",
            ["managedByTenants"] = new JsonArray(),
            ["subscriptionPolicies"] = new JsonObject
            {
                ["locationPlacementId"] = "Public_2014-09-01",
                ["quotaId"] = "PayAsYouGo_2014-09-01",
                ["spendingLimit"] = "Off",
            },
        };
        return new StoredResource(id, Json.Freeze(body));
    }

    /// <summary>The management group above all others: its name is the tenant's id.</summary>
    public static StoredResource RootManagementGroup(string tenantId)
    {
        var id = ResourceId.TryParse($"/providers/{ResourceTypes.ManagementGroup}/{tenantId}")
            ?? throw new EmulatorStartException($"'{tenantId}' is not a tenant id. Give a GUID.");
        var body = new JsonObject
        {
            ["id"] = id.Text,
            ["type"] = ResourceTypes.ManagementGroup,
            ["name"] = id.Name,
            ["properties"] = new JsonObject
            {
                ["tenantId"] = tenantId,
                ["displayName"] = "Tenant Root Group",
                ["details"] = new JsonObject { ["version"] = 1 },
            },
        };
        return new StoredResource(id, Json.Freeze(body));
    }

    /// <summary>A resource group as ARM returns it.</summary>
    public static StoredResource ResourceGroup(ResourceId id, string location, JsonNode? tags)
    {
        var body = new JsonObject
        {
            ["id"] = id.Text,
            ["name"] = id.Name,
            ["type"] = ResourceGroupType,
            ["location"] = location,
            ["tags"] = tags?.DeepClone() ?? new JsonObject(),
            ["properties"] = new JsonObject { ["provisioningState"] = "Succeeded" },
        };
        return new StoredResource(id, Json.Freeze(body));
    }
}

using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Role assignments as the service returns them.</summary>
internal static class RoleAssignmentDocument
{
    private const string FirstWithPrincipalType = "2018-07-01";

    /// <summary>An assignment of the start, which nobody asked for.</summary>
    public static StoredResource Create(ResourceId id, string roleDefinitionId, string principalId) => Document(id, new JsonObject
    {
        ["roleDefinitionId"] = roleDefinitionId,
        ["principalId"] = principalId,
        ["principalType"] = "ServicePrincipal",
        ["scope"] = id.Parent?.Text ?? ScopeChain.Tenant,
    });

    /// <summary>The assignment that a request asks for.</summary>
    public static StoredResource Create(ResourceId id, JsonObject properties, StoredResource? existing, ArmRequest request, string roleDefinitionId)
    {
        var stamp = SystemData.Stamp(request.Now);
        return Document(existing?.Id ?? id, new JsonObject
        {
            ["roleDefinitionId"] = roleDefinitionId,
            ["principalId"] = properties.Text("principalId"),
            ["principalType"] = properties.Text("principalType") ?? "ServicePrincipal",
            ["scope"] = id.Parent?.Text ?? ScopeChain.Tenant,
            ["condition"] = properties.Text("condition"),
            ["conditionVersion"] = properties.Text("conditionVersion"),
            ["createdOn"] = existing?.PropertyText("createdOn") ?? stamp,
            ["updatedOn"] = stamp,
            ["createdBy"] = existing is null ? request.Caller.ObjectId : existing.PropertyText("createdBy"),
            ["updatedBy"] = request.Caller.ObjectId,
            ["delegatedManagedIdentityResourceId"] = properties.Text("delegatedManagedIdentityResourceId"),
            ["description"] = properties.Text("description"),
        });
    }

    /// <summary>The document as an api-version shows it.</summary>
    public static JsonObject Shape(StoredResource resource, string apiVersion)
    {
        var document = Json.Thaw(resource.Body);
        if (!ApiVersions.IsSince(apiVersion, FirstWithPrincipalType) && document["properties"] is JsonObject properties) properties.Remove("principalType");
        return document;
    }

    private static StoredResource Document(ResourceId id, JsonObject properties) => new(id, Json.Freeze(new JsonObject
    {
        ["properties"] = properties,
        ["id"] = id.Text,
        ["type"] = id.Type,
        ["name"] = id.Name,
    }));
}

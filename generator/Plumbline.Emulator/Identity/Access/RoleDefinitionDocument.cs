using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Role definitions as the service returns them.</summary>
internal static class RoleDefinitionDocument
{
    private static readonly ImmutableArray<string> PermissionLists = ["actions", "notActions", "dataActions", "notDataActions"];

    /// <summary>The id of a role seen from a scope: with the subscription in front when there is one.</summary>
    public static string IdAt(StoredResource role, ResourceId? scope) =>
        scope?.SubscriptionId is { } subscription ? $"/subscriptions/{subscription}{BuiltInRoles.Prefix}{role.Id.Name}" : BuiltInRoles.Prefix + role.Id.Name;

    /// <summary>The document seen from a scope.</summary>
    public static JsonObject Shape(StoredResource role, ResourceId? scope)
    {
        var document = Json.Thaw(role.Body);
        document["id"] = IdAt(role, scope);
        return document;
    }

    /// <summary>The custom role that a request asks for.</summary>
    public static StoredResource Create(ResourceId id, JsonObject properties, StoredResource? existing, ArmRequest request)
    {
        var stamp = SystemData.Stamp(request.Now);
        return new StoredResource(existing?.Id ?? id, Json.Freeze(new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["roleName"] = properties.Text("roleName"),
                ["type"] = "CustomRole",
                ["description"] = properties.Text("description") ?? string.Empty,
                ["assignableScopes"] = properties["assignableScopes"]?.DeepClone(),
                ["permissions"] = Permissions(properties),
                ["createdOn"] = existing?.PropertyText("createdOn") ?? stamp,
                ["updatedOn"] = stamp,
                ["createdBy"] = existing is null ? request.Caller.ObjectId : existing.PropertyText("createdBy"),
                ["updatedBy"] = request.Caller.ObjectId,
            },
            ["id"] = id.Text,
            ["type"] = id.Type,
            ["name"] = id.Name,
        }));
    }

    /// <summary>What is wrong with the properties of a custom role; null when nothing is.</summary>
    public static string? Problem(JsonObject properties)
    {
        if (properties.Text("roleName") is not { Length: > 0 and <= 512 }) return "'roleName' is missing or longer than 512 characters.";
        if (properties["assignableScopes"] is not JsonArray { Count: > 0 } scopes || scopes.Any(scope => !IsScope(scope))) return "'assignableScopes' is not a list of scopes.";
        if (properties["permissions"] is not JsonArray { Count: > 0 } permissions) return "'permissions' is missing.";
        return permissions.All(IsPermission) ? null : "'permissions' holds something that is no list of operations.";
    }

    private static JsonArray Permissions(JsonObject properties) =>
        [.. (properties["permissions"] as JsonArray ?? []).OfType<JsonObject>().Select(permission => RolePermission.Read(Json.Freeze(permission)).Document())];

    private static bool IsScope(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && (text == ScopeChain.Tenant || ResourceId.TryParse(text) is not null);

    private static bool IsPermission(JsonNode? node) => node is JsonObject permission && PermissionLists.All(name => permission[name] switch
    {
        null => true,
        JsonArray operations => operations.All(operation => operation is JsonValue value && value.TryGetValue<string>(out _)),
        _ => false,
    });
}

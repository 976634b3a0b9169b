using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>The built-in roles that policies, their identities and the people around them need, with Azure's ids. Azure has hundreds more.</summary>
internal static class BuiltInRoles
{
    /// <summary>Where they stand.</summary>
    public const string Prefix = $"/providers/{ResourceTypes.RoleDefinition}/";

    // Azure shows the day it made them; one day stands for all.
    private const string Made = "2015-02-02T21:55:09.8806423Z";

    /// <summary>All of them, as stored documents.</summary>
    public static ImmutableArray<StoredResource> All { get; } = Load();

    private static ImmutableArray<StoredResource> Load()
    {
        using var stream = typeof(BuiltInRoles).Assembly.GetManifestResourceStream("built-in-roles.json")
            ?? throw new InvalidOperationException("The built-in roles are missing from the assembly.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Store)];
    }

    private static StoredResource Store(JsonElement role)
    {
        var id = ResourceId.TryParse(Prefix + role.Text("id")) ?? throw new InvalidOperationException("A built-in role has no id.");
        return new StoredResource(id, Json.Freeze(new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["roleName"] = role.Text("roleName"),
                ["type"] = "BuiltInRole",
                ["description"] = role.Text("description"),
                ["assignableScopes"] = new JsonArray("/"),
                ["permissions"] = new JsonArray(RolePermission.Read(role).Document()),
                ["createdOn"] = Made,
                ["updatedOn"] = Made,
                ["createdBy"] = null,
                ["updatedBy"] = null,
            },
            ["id"] = id.Text,
            ["type"] = id.Type,
            ["name"] = id.Name,
        }));
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>A role, built-in or custom.</summary>
/// <param name="Id">Its GUID, which is the name of its resource.</param>
/// <param name="Name">Its name for people, such as <c>Reader</c>.</param>
/// <param name="Permissions">What it allows, together.</param>
internal sealed record RoleDefinition(string Id, string Name, ImmutableArray<RolePermission> Permissions)
{
    private static readonly ConditionalWeakTable<StoredResource, RoleDefinition> Known = [];

    /// <summary>The role of a stored document.</summary>
    public static RoleDefinition Of(StoredResource stored) => Known.GetValue(stored, static resource => new RoleDefinition(
        resource.Id.Name,
        resource.PropertyText("roleName") ?? string.Empty,
        resource.Property("permissions") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(RolePermission.Read)] : []));

    /// <summary>The stored role that an id names by its last segment, wherever the id says it stands; null when there is none.</summary>
    public static StoredResource? Find(ArmState state, string roleDefinitionId)
    {
        var name = roleDefinitionId[(roleDefinitionId.LastIndexOf('/') + 1)..];
        return state.Resources.OfType(ResourceTypes.RoleDefinition).FirstOrDefault(role => string.Equals(role.Id.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a stored role can be assigned at the scope (null is the tenant): a built-in one everywhere, a custom one at and below its <c>assignableScopes</c>.</summary>
    public static bool IsAssignableAt(ArmState state, StoredResource role, ResourceId? scope)
    {
        if (ResourceTypes.IsBuiltIn(role.Id)) return true;
        var above = ScopeChain.Above(ScopeTree.Of(state), scope).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return role.Property("assignableScopes") is { ValueKind: JsonValueKind.Array } scopes
            && scopes.EnumerateArray().Any(assignable => assignable.GetString() is { } text && above.Contains(text == ScopeChain.Tenant ? text : text.TrimEnd('/')));
    }

    /// <summary>Whether it allows the operation.</summary>
    public bool Allows(string action) => Permissions.Any(permission => permission.Allows(action));
}

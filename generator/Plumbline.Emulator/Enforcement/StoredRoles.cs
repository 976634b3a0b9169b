using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Reads role assignments and custom role definitions out of the store. Of the built-in roles only those that a policy names itself, Owner and Contributor are known.</summary>
internal sealed class StoredRoles : IRoleChecker
{
    private const string AssignmentType = "Microsoft.Authorization/roleAssignments";
    private const string DefinitionType = "Microsoft.Authorization/roleDefinitions";
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";

    /// <inheritdoc/>
    public bool IsAllowed(ArmState state, string principalId, ImmutableArray<string> roles, string action, ResourceId scope)
    {
        var held = Held(state, principalId, scope);
        return (!roles.IsEmpty && roles.All(role => held.Contains(NameOf(role)))) || held.Any(role => Allows(state, role, action));
    }

    // The names of the roles that the principal has at the scope or above it.
    private static ImmutableHashSet<string> Held(ArmState state, string principalId, ResourceId scope)
    {
        var tree = ScopeTree.Of(state);
        return
        [
            .. state.OfType(AssignmentType)
                .Where(assignment => string.Equals(assignment.PropertyText("principalId"), principalId, StringComparison.OrdinalIgnoreCase))
                .Where(assignment => assignment.Id.Parent is not { } at || tree.Contains(at, scope))
                .Select(assignment => NameOf(assignment.PropertyText("roleDefinitionId") ?? "")),
        ];
    }

    private static bool Allows(ArmState state, string role, string action) => role is Owner or Contributor
        || state.OfType(DefinitionType).Any(definition => string.Equals(definition.Id.Name, role, StringComparison.OrdinalIgnoreCase) && Permits(definition, action));

    private static bool Permits(StoredResource definition, string action) =>
        definition.Property("permissions") is { ValueKind: JsonValueKind.Array } permissions
        && permissions.EnumerateArray().Any(permission => Names(permission, "actions", action) && !Names(permission, "notActions", action));

    private static bool Names(JsonElement permission, string list, string action) =>
        permission.Property(list) is { ValueKind: JsonValueKind.Array } patterns
        && patterns.EnumerateArray().Any(pattern => pattern.ValueKind == JsonValueKind.String && Matches(pattern.GetString() ?? "", action));

    // A pattern has at most a few stars, each for any number of characters.
    private static bool Matches(string pattern, string action)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1) return string.Equals(pattern, action, StringComparison.OrdinalIgnoreCase);
        if (!action.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            var found = action.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return action.Length - at >= parts[^1].Length && action.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOf(string roleDefinitionId) => roleDefinitionId[(roleDefinitionId.LastIndexOf('/') + 1)..].ToLowerInvariant();
}

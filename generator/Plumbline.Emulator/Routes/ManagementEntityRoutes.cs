using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>What Microsoft.Management tells about the whole tenant: all groups and subscriptions that the caller may see, and whether a name is free.</summary>
internal static class ManagementEntityRoutes
{
    private const string Type = ResourceTypes.ManagementGroup;

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("POST", "/providers/Microsoft.Management/getEntities", Type, Entities),
        new("POST", "/providers/Microsoft.Management/checkNameAvailability", Type, CheckName),
    ];

    private static Outcome Entities(ArmState state, ArmRequest request)
    {
        var index = AccessIndex.Of(state);
        var scopes = state.OfType(Type).Concat(state.OfType(ResourceTypes.Subscription)).Where(scope => index.IsConcerned(request.Caller.ObjectId, scope.Id)).ToList();
        var answer = Paging.Page(request, scopes, scope => Entity(state, scope));
        if (answer is { Status: 200, Body: JsonObject body }) body["count"] = scopes.Count;
        return answer;
    }

    private static JsonObject Entity(ArmState state, StoredResource scope)
    {
        var tree = ScopeTree.Of(state);
        var children = tree.Parts(scope.Id).Where(part => string.Equals(tree.ParentOf(part.Name), scope.Id.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        var chain = tree.Groups.Above(scope.Id.Name).Reverse().ToList();
        return new JsonObject
        {
            ["id"] = scope.Id.Text,
            ["type"] = scope.Id.Is(Type) ? Type : "/subscriptions",
            ["name"] = scope.Id.Name,
            ["properties"] = new JsonObject
            {
                ["tenantId"] = state.TenantId,
                ["displayName"] = NameFor(scope),
                ["parent"] = tree.ParentOf(scope.Id.Name) is { } parent ? new JsonObject { ["id"] = ManagementGroupDocument.IdOf(parent) } : null,
                ["numberOfChildren"] = children.Count,
                ["numberOfChildGroups"] = children.Count(child => child.Is(Type)),
                ["numberOfDescendants"] = tree.Parts(scope.Id).Count() - 1,
                ["parentNameChain"] = new JsonArray([.. chain.Select(name => JsonValue.Create(name))]),
                ["parentDisplayNameChain"] = new JsonArray([.. chain.Select(name => JsonValue.Create(state.Find(ManagementGroupDocument.IdOf(name)) is { } group ? NameFor(group) : name))]),
            },
        };
    }

    private static string NameFor(StoredResource scope) => scope.PropertyText("displayName") ?? scope.Body.Text("displayName") ?? scope.Id.Name;

    private static Outcome CheckName(ArmState state, ArmRequest request)
    {
        if (request.Body?.Text("name") is not { Length: > 0 } name) return ArmErrors.InvalidRequestContent("The request has no 'name'");
        return state.Find(ManagementGroupDocument.IdOf(name)) is null
            ? new ArmResponse(200, new JsonObject { ["nameAvailable"] = true })
            : new ArmResponse(200, new JsonObject { ["nameAvailable"] = false, ["reason"] = "AlreadyExists", ["message"] = "The group with the specified name already exists" });
    }
}

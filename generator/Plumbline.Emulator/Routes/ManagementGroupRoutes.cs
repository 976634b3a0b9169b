using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Management groups. The root group is always there; its name is the tenant's id. A new group is answered with 202, as the service does, and is there at once.</summary>
internal static class ManagementGroupRoutes
{
    // As Azure: the root and the level of the subscriptions do not count.
    private const int MaximumDepth = 6;

    private const string Type = ResourceTypes.ManagementGroup;
    private const string Collection = $"/providers/{Type}";
    private const string Item = $"{Collection}/{{group}}";
    private const string Operations = "/providers/Microsoft.Management/operationResults";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", Collection, Type, (state, request) => Paging.Page(request, [.. state.OfType(Type)], ManagementGroupDocument.Slim)),
        new("GET", Item, Type, (state, request) => Existing(state, request, group => new ArmResponse(200, Shape(state, request, group)))),
        new("PUT", Item, Type, Put),
        new("PATCH", Item, Type, (state, request) => Existing(state, request, group => Patch(state, request, group))),
        new("DELETE", Item, Type, Delete),
        new("GET", $"{Operations}/create/managementGroups/{{group}}", Type, (state, request) => Existing(state, request, group => new ArmResponse(200, Shape(state, request, group)))),
        new("GET", $"{Operations}/delete/managementGroups/{{group}}", Type, (_, _) => new ArmResponse(204)),
    ];

    /// <summary>Runs <paramref name="then"/> with the group that the path names.</summary>
    public static Outcome Existing(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) =>
        state.Find(ManagementGroupDocument.IdOf(request["group"])) is { } group ? then(group) : ManagementGroupErrors.NotFound(request["group"]);

    private static JsonObject Shape(ArmState state, ArmRequest request, StoredResource group)
    {
        var expand = request.Query.GetValueOrDefault("$expand", string.Empty);
        bool Expands(string what) => expand.Split(',', StringSplitOptions.TrimEntries).Contains(what, StringComparer.OrdinalIgnoreCase);
        var isRecursive = string.Equals(request.Query.GetValueOrDefault("$recurse"), "true", StringComparison.OrdinalIgnoreCase);
        return ManagementGroupDocument.Full(state, group, Expands("ancestors") || Expands("path"), Expands("children"), isRecursive);
    }

    private static Outcome Put(ArmState state, ArmRequest request)
    {
        var properties = request.Body?["properties"] as JsonObject;
        var existing = state.Find(ManagementGroupDocument.IdOf(request["group"]));
        var parent = ((properties?["details"] as JsonObject)?["parent"] as JsonObject)?.Text("id") is { Length: > 0 } id ? NameOf(id) : null;
        var display = properties?.Text("displayName") ?? existing?.PropertyText("displayName") ?? request["group"];
        return Write(state, request, existing, display, parent);
    }

    private static Outcome Patch(ArmState state, ArmRequest request, StoredResource existing)
    {
        var parent = request.Body?.Text("parentGroupId") ?? request.Body?.Text("parentId");
        var display = request.Body?.Text("displayName") ?? existing.PropertyText("displayName") ?? existing.Id.Name;
        return Write(state, request, existing, display, parent is null ? null : NameOf(parent));
    }

    private static Outcome Write(ArmState state, ArmRequest request, StoredResource? existing, string displayName, string? parent)
    {
        var name = existing?.Id.Name ?? request["group"];
        var isRoot = string.Equals(name, state.TenantId, StringComparison.OrdinalIgnoreCase);
        if (Refusal(state, name, displayName, parent, isRoot) is { } refused) return refused;
        if ((existing?.Id ?? ResourceId.TryParse(ManagementGroupDocument.IdOf(name))) is not { } id) return ManagementGroupErrors.InvalidName(name);
        var above = isRoot ? null : parent ?? ScopeTree.Of(state).ParentOf(name) ?? state.TenantId;
        var group = ManagementGroupDocument.Create(id, displayName, above, existing, request, state.TenantId);
        var next = state.With(group);
        if (existing is not null) return new Outcome(new ArmResponse(200, ManagementGroupDocument.Full(next, group, false, false, false)), next);
        return new Outcome(Accepted(request, "create", id), next);
    }

    private static ArmError? Refusal(ArmState state, string name, string displayName, string? parent, bool isRoot)
    {
        if (name.Length > 90 || name.EndsWith('.') || name.Any(character => !char.IsAsciiLetterOrDigit(character) && !"-_().".Contains(character, StringComparison.Ordinal)))
            return ManagementGroupErrors.InvalidName(name);
        if (displayName.Length is 0 or > 250) return ManagementGroupErrors.InvalidDisplayName();
        if (parent is null) return null;
        if (isRoot) return ManagementGroupErrors.RootIsFixed();
        if (state.Find(ManagementGroupDocument.IdOf(parent)) is null) return ManagementGroupErrors.NotFound(parent);
        var above = ScopeTree.Of(state).Groups.Above(parent);
        if (above.Prepend(parent).Contains(name, StringComparer.OrdinalIgnoreCase)) return ManagementGroupErrors.Cycle(name, parent);
        return above.Length + Height(state, name) > MaximumDepth ? ManagementGroupErrors.TooDeep(MaximumDepth) : null;
    }

    // How many levels of groups there are from the group down, itself included.
    private static int Height(ArmState state, string name)
    {
        var tree = ScopeTree.Of(state);
        return 1 + state.OfType(Type)
            .Select(group => tree.Groups.Above(group.Id.Name).ToList().FindIndex(above => string.Equals(above, name, StringComparison.OrdinalIgnoreCase)) + 1)
            .DefaultIfEmpty(0)
            .Max();
    }

    private static Outcome Delete(ArmState state, ArmRequest request)
    {
        if (state.Find(ManagementGroupDocument.IdOf(request["group"])) is not { } group) return new ArmResponse(204);
        if (string.Equals(group.Id.Name, state.TenantId, StringComparison.OrdinalIgnoreCase)) return ManagementGroupErrors.RootIsFixed();
        return ScopeTree.Of(state).Parts(group.Id).Any(part => !part.Equals(group.Id))
            ? ManagementGroupErrors.HasChildren(group.Id.Name)
            : new Outcome(Accepted(request, "delete", group.Id), state.Without(group.Id));
    }

    private static ArmResponse Accepted(ArmRequest request, string operation, ResourceId id)
    {
        var location = $"{request.Endpoint}{Operations}/{operation}/managementGroups/{id.Name}" + ArmRequest.QueryText([new("api-version", request.ApiVersion)]);
        var body = new JsonObject { ["id"] = id.Text, ["type"] = Type, ["name"] = id.Name, ["status"] = "NotStarted" };
        return new ArmResponse(202, body).With("Location", location).With("Retry-After", "0");
    }

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}

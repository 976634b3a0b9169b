using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Routes;

/// <summary>The versions of one kind of policy object, at all its scopes: <c>versions/{version}</c>, their list, and the list of all versions at a scope.</summary>
internal sealed class PolicyVersionRoutes(PolicyObjectKind kind)
{
    private string Type => kind.Type + "/versions";

    // listPolicyDefinitionVersions, listPolicySetDefinitionVersions.
    private string ListAll => $"/providers/Microsoft.Authorization/listP{kind.Type["Microsoft.Authorization/p".Length..^1]}Versions";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("POST", ListAll, Type, (state, request) => Paged(request, Versions(state, state.OfType(kind.Type).Where(stored => ResourceTypes.IsBuiltIn(stored.Id))))),
        .. kind.Scopes.Where(IsListScope).Select(scope => new Route("POST", scope + ListAll, Type, (state, request) => ScopeCheck.In(state, request.Path[..^ListAll.Length], at =>
            Paged(request, Versions(state, Visible(state, at)))))),
        .. Items($"/providers/{kind.Type}/{{name}}").Where(route => route.Method == "GET"),
        .. kind.Scopes.SelectMany(scope => Items($"{scope}/providers/{kind.Type}/{{name}}")),
    ];

    private static bool IsListScope(string scope) => !scope.Contains("resourceGroups", StringComparison.Ordinal);

    private IEnumerable<Route> Items(string item) =>
    [
        new("GET", item + "/versions", Type, (state, request) => Parent(state, request, parent => Paged(request, PolicyVersions.All(state, parent)))),
        new("GET", item + "/versions/{version}", Type, (state, request) => Parent(state, request, parent => Get(state, request, parent))),
        new("PUT", item + "/versions/{version}", Type, (state, request) => Parent(state, request, parent => Put(state, request, parent))),
        new("DELETE", item + "/versions/{version}", Type, (state, request) => Parent(state, request, parent => Delete(state, request, parent))),
    ];

    private Outcome Parent(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) =>
        ScopeCheck.In(state, request.Path[..request.Path.LastIndexOf("/versions", StringComparison.OrdinalIgnoreCase)], id =>
            state.Find(id) is { } parent ? then(parent) : kind.NotFound(id.Name));

    private static Outcome Get(ArmState state, ArmRequest request, StoredResource parent) => PolicyVersions.Find(state, parent, request["version"]) is { } found
        ? new ArmResponse(200, PolicyObjectDocument.Shape(found, request.ApiVersion))
        : AuthoringErrors.VersionNotFound(parent.Id, request["version"]);

    private Outcome Put(ArmState state, ArmRequest request, StoredResource parent)
    {
        var version = request["version"];
        if (DefinitionVersion.TryParse(version) is null) return AuthoringErrors.InvalidVersion(parent.Id, version);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (PolicyDocumentSchema.Of(kind.Type, request.ApiVersion)?.Check(body) is { } unsupported) return unsupported;
        if (body["properties"]?["version"]?.ToString() is { } other && other != version) return AuthoringErrors.VersionMismatch(parent.Id, other, version);
        var given = (JsonObject)body.DeepClone();
        if (given["properties"] is JsonObject properties) properties["version"] = version;
        var isNew = PolicyVersions.Find(state, parent, version) is null;
        var candidate = kind.Create(state, parent.Id, request with { Body = given }, isNew ? null : parent);
        if (PolicyLimits.Check(state, candidate) is { } exceeded) return exceeded;
        if (kind.Validate(state, candidate) is { } refused) return refused;
        var next = PolicyVersions.Keep(state, candidate);
        return next.Find(parent.Id) is { } stored && PolicyVersions.Find(next, stored, version) is { } written
            ? new Outcome(new ArmResponse(isNew ? 201 : 200, PolicyObjectDocument.Shape(written, request.ApiVersion)), next)
            : AuthoringErrors.VersionNotFound(parent.Id, version);
    }

    private static Outcome Delete(ArmState state, ArmRequest request, StoredResource parent)
    {
        if (PolicyVersions.Find(state, parent, request["version"]) is not { } found) return new ArmResponse(204);
        if (PolicyVersions.Without(state, parent, found.Id.Name) is not { } next) return AuthoringErrors.OnlyVersion(parent.Id, found.Id.Name);
        var users = PolicyUse.OfLost(state, next, parent.Id).ToList();
        return users.Count > 0 ? AuthoringErrors.VersionInUse(parent.Id, found.Id.Name, users) : new Outcome(new ArmResponse(200), next);
    }

    private IEnumerable<StoredResource> Visible(ArmState state, ResourceId scope) =>
        state.OfType(kind.Type).Where(stored => ResourceTypes.IsBuiltIn(stored.Id) || stored.Id.Parent is { } at && ScopeTree.Of(state).Contains(at, scope));

    private static ImmutableArray<StoredResource> Versions(ArmState state, IEnumerable<StoredResource> objects) =>
        [.. objects.SelectMany(stored => PolicyVersions.All(state, stored))];

    private static Outcome Paged(ArmRequest request, ImmutableArray<StoredResource> versions) =>
        Paging.Page(request, versions, version => PolicyObjectDocument.Shape(version, request.ApiVersion));
}

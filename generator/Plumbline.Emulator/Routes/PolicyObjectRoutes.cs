using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>What differs between definitions, initiatives and assignments.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Scopes">The scopes it lives at, as patterns.</param>
/// <param name="Schema">What its list's <c>$filter</c> may use.</param>
/// <param name="NotFound">The refusal of a name that does not exist.</param>
/// <param name="Create">The document after a PUT.</param>
/// <param name="Validate">The refusal of a document, or null.</param>
/// <param name="InUse">The refusal to delete what is referred to; null when nothing can refer to it.</param>
/// <param name="ListsContents">Whether the list of a subscription or a resource group holds what stands inside it too, not only what applies to it.</param>
internal sealed record PolicyObjectKind(
    string Type,
    ImmutableArray<string> Scopes,
    ODataSchema Schema,
    Func<string, ArmError> NotFound,
    Func<ArmState, ResourceId, ArmRequest, StoredResource?, StoredResource> Create,
    Func<ArmState, StoredResource, ArmError?> Validate,
    Func<string, IEnumerable<string>, ArmError>? InUse,
    bool ListsContents);

/// <summary>PUT, GET, DELETE and list of one kind of policy object. A PUT answers 201 on an update too: Azure's clients refuse 200.</summary>
internal sealed class PolicyObjectRoutes(PolicyObjectKind kind)
{
    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        .. kind.Scopes.Select(scope => new Route("GET", $"{scope}/providers/{kind.Type}", kind.Type, List)),
        .. kind.Scopes.SelectMany(scope => Item($"{scope}/providers/{kind.Type}/{{name}}")),
    ];

    private IEnumerable<Route> Item(string pattern) =>
    [
        new("PUT", pattern, kind.Type, Put),
        new("GET", pattern, kind.Type, Get),
        new("DELETE", pattern, kind.Type, Delete),
    ];

    /// <summary>Writes an object whole.</summary>
    public Outcome Put(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (PolicyDocumentSchema.Of(kind.Type, request.ApiVersion)?.Check(body) is { } unsupported) return unsupported;
        return Write(state, request, id);
    });

    /// <summary>Writes a document whose members are known to be the type's.</summary>
    public Outcome Write(ArmState state, ArmRequest request, ResourceId id)
    {
        if (id.Parent is not { } scope) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (state.Find(scope) is null) return ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup);
        var existing = state.Find(id);
        var candidate = kind.Create(state, id, request, existing);
        if (PolicyLimits.Check(state, candidate) is { } exceeded) return exceeded;
        if (kind.Validate(state, candidate) is { } refused) return refused;
        var (completed, next) = ManagedIdentities.Complete(state, candidate, existing, request.RequestId);
        return Written(request, completed, PolicyVersions.Keep(next, completed));
    }

    // An older version than the newest is kept beside it, so that what was written is not what the id names.
    private static Outcome Written(ArmRequest request, StoredResource candidate, ArmState next)
    {
        var stored = next.Find(candidate.Id) is { } kept && PolicyVersions.Of(kept) == PolicyVersions.Of(candidate) ? kept : candidate;
        return new Outcome(new ArmResponse(201, PolicyObjectDocument.Shape(next, stored, request)), next);
    }

    private Outcome Get(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id => state.Find(id) is { } found
        ? new ArmResponse(200, PolicyObjectDocument.Shape(state, found, request))
        : kind.NotFound(id.Name));

    private Outcome Delete(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (state.Find(id) is not { } existing) return new ArmResponse(204);
        var users = PolicyUse.Of(state, id).ToList();
        if (kind.InUse is { } refuse && users.Count > 0) return refuse(id.Name, users);
        return new Outcome(new ArmResponse(200, PolicyObjectDocument.Shape(existing, request.ApiVersion)), state.Without(id));
    });

    private Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path + "/-", any =>
    {
        if (any.Parent is not { } scope) return ArmErrors.RouteNotFound(request.Path);
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, kind.Schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        var tree = ScopeTree.Of(state);
        var listed = state.OfType(kind.Type).Where(resource => IsListed(tree, resource.Id, scope) && filter?.Matches(Row(tree, resource, scope)) != false);
        return Paging.Page(request, [.. listed], resource => PolicyObjectDocument.Shape(state, resource, request));
    });

    // What stands at the scope or above it; of an assignment also what stands inside, but not inside a management group.
    private bool IsListed(ScopeTree tree, ResourceId id, ResourceId scope) =>
        IsAtOrAbove(tree, id, scope) || (kind.ListsContents && !scope.Is(ResourceTypes.ManagementGroup) && id.IsWithin(scope));

    private static bool IsAtOrAbove(ScopeTree tree, ResourceId id, ResourceId scope) => id.Parent is not { } at || tree.Contains(at, scope);

    private static ObjectValue Row(ScopeTree tree, StoredResource resource, ResourceId scope) => PolicyValueReader.Object(
        ("policyType", new TextValue(resource.PropertyText("policyType") ?? string.Empty)),
        ("category", new TextValue(resource.Property("metadata")?.Text("category") ?? string.Empty)),
        ("policyDefinitionId", new TextValue(resource.PropertyText("policyDefinitionId") ?? string.Empty)),
        ("atExactScope()", new BooleanValue(scope.Equals(resource.Id.Parent))),
        ("atScope()", new BooleanValue(IsAtOrAbove(tree, resource.Id, scope))));
}

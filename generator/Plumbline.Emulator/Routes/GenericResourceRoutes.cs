using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Resources;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Resources of any provider, nested and extension resources included. ARM's own rules are applied, no provider's.</summary>
/// <param name="enforcer">Stands before every write.</param>
/// <param name="allowUnknownTypes">Whether types that Azure does not publish are served.</param>
internal sealed class GenericResourceRoutes(PolicyEnforcer enforcer, bool allowUnknownTypes)
{
    // The router cannot tell the type of a path; it is checked here.
    private const string AnyVersion = "";

    /// <summary>All operations; they match any path, so they come last.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", "{*id}", AnyVersion, (state, request) => IsItem(request)
            ? At(state, request, id => Existing(state, id, resource => new ArmResponse(200, Json.Thaw(resource.Body))))
            : List(state, request)),
        new("HEAD", "{*id}", AnyVersion, (state, request) => At(state, request, id => Existing(state, id, _ => new ArmResponse(204)))),
        new("PUT", "{*id}", AnyVersion, (state, request) => At(state, request, id => Put(state, request, id))),
        new("PATCH", "{*id}", AnyVersion, (state, request) => At(state, request, id => Patch(state, request, id))),
        new("DELETE", "{*id}", AnyVersion, (state, request) => At(state, request, id => Delete(state, request, id))),
    ];

    // The path of a collection is an id without its last name.
    private static bool IsItem(ArmRequest request) => ResourceId.TryParse(request.Path) is not null;

    // A collection is only read.
    private Outcome At(ArmState state, ArmRequest request, Func<ResourceId, Outcome> then) =>
        ResourceId.TryParse(request.Path) is null && ResourceId.TryParse(request.Path + "/-") is not null
            ? ArmErrors.MethodNotAllowed(request.Method, request.Path)
            : At(state, request, request.Path, then);

    private Outcome At(ArmState state, ArmRequest request, string path, Func<ResourceId, Outcome> then) => ScopeCheck.In(state, path, id =>
        ProviderCatalog.Check(id.Type, request.ApiVersion, LocationOf(state, request, id), allowUnknownTypes) is { } unknown ? unknown : then(id));

    private static string LocationOf(ArmState state, ArmRequest request, ResourceId id)
    {
        if (request.Body?.Text("location") is { Length: > 0 } given) return Locations.Normalize(given);
        for (var at = id; at is not null; at = at.Parent)
        {
            if (state.Find(at)?.Body.Text("location") is { } location) return Locations.Normalize(location);
        }

        return "global";
    }

    private static Outcome Existing(ArmState state, ResourceId id, Func<StoredResource, Outcome> then) => state.Find(id) is { } resource ? then(resource) : NotFound(id);

    private Outcome List(ArmState state, ArmRequest request) => At(state, request, request.Path + "/-", any =>
    {
        if (any.Parent is not { } scope) return ArmErrors.RouteNotFound(request.Path);
        if (state.Find(scope) is null) return any.IsNested ? ArmErrors.ParentResourceNotFound("read", any.Type, scope.Text) : NotFound(scope);
        return Paging.Page(request, [.. state.OfType(any.Type, scope)], resource => Json.Thaw(resource.Body));
    });

    private Outcome Delete(ArmState state, ArmRequest request, ResourceId id)
    {
        if (!IsServed(id)) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        return state.Find(id) is { } existing ? Outcome.Of(enforcer.Delete(state, existing, request), _ => new ArmResponse(200)) : new ArmResponse(204);
    }

    private Outcome Put(ArmState state, ArmRequest request, ResourceId id)
    {
        if (!IsServed(id) || id.Parent is not { } parent) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (state.Find(parent) is null) return id.IsNested ? ArmErrors.ParentResourceNotFound("write", id.Type, parent.Text) : NotFound(parent);
        var existing = state.Find(id);
        if (ResourceRules.Validate(id, body, existing) is { } invalid) return invalid;
        return Write(state, request, ResourceDocument.Create(id, body, existing, request.Now, request.Caller), existing);
    }

    private Outcome Patch(ArmState state, ArmRequest request, ResourceId id)
    {
        if (!IsServed(id)) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        return Existing(state, id, existing =>
        {
            var merged = MergePatch.Apply(Json.Thaw(existing.Body), body);
            if (ResourceRules.Validate(id, merged, existing) is { } invalid) return invalid;
            return Write(state, request, ResourceDocument.Create(id, merged, existing, request.Now, request.Caller), existing);
        });
    }

    private Outcome Write(ArmState state, ArmRequest request, StoredResource candidate, StoredResource? existing)
    {
        if (ProviderRegistration.Refusal(state, candidate.Id) is { } unregistered) return unregistered;
        if (candidate.Id.Is(ResourceLocks.Type) && ResourceLocks.Validate(candidate) is { } refused) return refused;
        var (resource, next) = ManagedIdentities.Complete(state, candidate, existing, request.RequestId);
        return Outcome.Of(enforcer.Write(next, resource, request), written => new ArmResponse(existing is null ? 201 : 200, Json.Thaw(written.Body)));
    }

    // Policy objects have routes of their own, at the scopes where they can be written.
    private static bool IsServed(ResourceId id) =>
        !ResourceTypes.IsPolicyObject(id) && !ResourceTypes.IsPolicyVersion(id) && !ResourceTypes.IsPolicyCoverage(id) && !ResourceTypes.IsAccess(id) && !ResourceTypes.IsManagementScope(id)
        && !ResourceTypes.IsPolicyInsights(id) && !id.Is(ResourceTypes.Subscription) && !id.Is(ResourceTypes.ResourceGroup);

    private static ArmError NotFound(ResourceId id) => ArmErrors.ResourceNotFound($"{id.Type}/{id.Name}", id.ResourceGroup);
}

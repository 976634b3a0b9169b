using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Resources of any provider, nested and extension resources included. No provider's own rules are applied.</summary>
internal sealed class GenericResourceRoutes(PolicyEnforcer enforcer)
{
    // Any provider has its own versions; only the form is checked.
    private const string AnyVersion = "";

    /// <summary>All operations; they match any path, so they come last.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", "{*id}", AnyVersion, Get),
        new("PUT", "{*id}", AnyVersion, Put),
        new("DELETE", "{*id}", AnyVersion, Delete),
    ];

    private static Outcome Get(ArmState state, ArmRequest request)
    {
        // The path of a collection is an id without its last name.
        if (ResourceId.TryParse(request.Path) is null) return ScopeCheck.In(state, request.Path + "/-", any => List(state, request, any));
        return ScopeCheck.In(state, request.Path, id => state.Find(id) is { } resource
            ? new ArmResponse(200, Json.Thaw(resource.Body))
            : NotFound(id));
    }

    private static Outcome List(ArmState state, ArmRequest request, ResourceId any) => any.Parent is not { } scope
        ? ArmErrors.RouteNotFound(request.Path)
        : Paging.Page(request, [.. state.OfType(any.Type, scope)], resource => Json.Thaw(resource.Body));

    private Outcome Delete(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (!IsServed(id)) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        return state.Find(id) is { } existing ? Outcome.Of(enforcer.Delete(state, existing, request), _ => new ArmResponse(200)) : new ArmResponse(204);
    });

    private Outcome Put(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (!IsServed(id) || id.Parent is not { } parent) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (state.Find(parent) is null) return id.IsNested ? ArmErrors.ParentResourceNotFound(id.Type, parent.Text) : NotFound(parent);
        var existing = state.Find(id);
        var (resource, next) = ManagedIdentities.Complete(state, ResourceDocument.Create(id, body, existing, request.Now, request.Caller), existing, request.RequestId);
        if (ResourceTypes.IsPolicyCoverage(id) && CoverageValidator.Validate(next, resource) is { } refused) return refused;
        return Outcome.Of(enforcer.Write(next, resource, request), written => new ArmResponse(existing is null ? 201 : 200, Json.Thaw(written.Body)));
    });

    // Policy objects have routes of their own, at the scopes where they can be written.
    private static bool IsServed(ResourceId id) =>
        !ResourceTypes.IsPolicyObject(id) && !ResourceTypes.IsAccess(id) && !ResourceTypes.IsManagementScope(id) && !id.Is(ResourceTypes.Subscription) && !id.Is(ResourceTypes.ResourceGroup);

    private static ArmError NotFound(ResourceId id) => ArmErrors.ResourceNotFound($"{id.Type}/{id.Name}", id.ResourceGroup);
}

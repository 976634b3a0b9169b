using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Resource groups, in both casings of <c>resourceGroups</c> that clients send.</summary>
internal sealed class ResourceGroupRoutes(PolicyEnforcer enforcer)
{
    private const string Type = ScopeDocuments.ResourceGroupType;
    private const string Collection = "/subscriptions/{subscription}/resourceGroups";
    private const string Item = Collection + "/{group}";
    private const string Operation = "/subscriptions/{subscription}/operationresults/{operation}";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Collection, Type, List),
        new("PUT", Item, Type, Put),
        new("GET", Item, Type, (state, request) => Existing(state, request, group => new ArmResponse(200, Json.Thaw(group.Body)))),
        new("HEAD", Item, Type, (state, request) => Existing(state, request, _ => new ArmResponse(204))),
        new("DELETE", Item, Type, (state, request) => Existing(state, request, group => Delete(state, request, group))),
        new("GET", Operation, Type, (_, _) => new ArmResponse(200)),
    ];

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, "/subscriptions/" + request["subscription"], scope =>
        Paging.Page(request, [.. state.OfType(ResourceTypes.ResourceGroup, scope)], group => Json.Thaw(group.Body)));

    private static Outcome Existing(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) =>
        ScopeCheck.In(state, request.Path, id => state.Find(id) is { } group ? then(group) : ArmErrors.ResourceGroupNotFound(id.Name));

    // The group is gone when this answers; clients that poll find the operation finished.
    private Outcome Delete(ArmState state, ArmRequest request, StoredResource group)
    {
        var location = $"{request.Endpoint}/subscriptions/{request["subscription"]}/operationresults/{request.RequestId}"
            + ArmRequest.QueryText([new("api-version", request.ApiVersion)]);
        return Outcome.Of(enforcer.Delete(state, group, request), _ => new ArmResponse(202).With("Location", location).With("Retry-After", "0"));
    }

    private Outcome Put(ArmState state, ArmRequest request) => ScopeCheck.In(state, "/subscriptions/" + request["subscription"], _ =>
    {
        if (ResourceId.TryParse(request.Path) is not { } id) return ArmErrors.RouteNotFound(request.Path);
        if (request.Body?.Text("location") is not { Length: > 0 } location) return ArmErrors.LocationRequired();
        var existing = state.Find(id);
        if (existing?.Body.Text("location") is { } current && !IsSameLocation(current, location))
            return ArmErrors.ResourceGroupLocationChanged(id.Name, current, location);
        var group = ScopeDocuments.ResourceGroup(existing?.Id ?? id, location, request.Body["tags"]);
        return Outcome.Of(enforcer.Write(state, group, request), written => new ArmResponse(existing is null ? 201 : 200, Json.Thaw(written.Body)));
    });

    // "West Europe" and "westeurope" are the same location.
    private static bool IsSameLocation(string left, string right) => string.Equals(
        left.Replace(" ", string.Empty, StringComparison.Ordinal),
        right.Replace(" ", string.Empty, StringComparison.Ordinal),
        StringComparison.OrdinalIgnoreCase);
}

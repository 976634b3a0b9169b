using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Resources;
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
        new("PUT", Item, Type, (state, request) => Put(state, request, request.Body)),
        new("PATCH", Item, Type, (state, request) => Existing(state, request, group => Patch(state, request, group))),
        new("GET", Item, Type, (state, request) => Existing(state, request, group => new ArmResponse(200, Json.Thaw(group.Body)))),
        new("HEAD", Item, Type, (state, request) => Existing(state, request, _ => new ArmResponse(204))),
        new("DELETE", Item, Type, (state, request) => Existing(state, request, group => Delete(state, request, group))),
        new("GET", Operation, Type, (_, _) => new ArmResponse(200)),
    ];

    private static Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, "/subscriptions/" + request["subscription"], scope =>
    {
        var (filter, problem) = ResourceFilter.Read(request);
        if (problem is not null) return ArmErrors.InvalidQuery(problem);
        var groups = state.OfType(ResourceTypes.ResourceGroup, scope).Where(group => filter?.Matches(group) != false);
        return Paging.Page(request, [.. groups], group => Json.Thaw(group.Body));
    });

    private static Outcome Existing(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) =>
        ScopeCheck.In(state, request.Path, id => state.Find(id) is { } group ? then(group) : ArmErrors.ResourceGroupNotFound(id.Name));

    // The group is gone when this answers; clients that poll find the operation finished.
    private Outcome Delete(ArmState state, ArmRequest request, StoredResource group)
    {
        var location = $"{request.Endpoint}/subscriptions/{request["subscription"]}/operationresults/{request.RequestId}"
            + ArmRequest.QueryText([new("api-version", request.ApiVersion)]);
        return Outcome.Of(enforcer.Delete(state, group, request), _ => new ArmResponse(202).With("Location", location).With("Retry-After", "0"));
    }

    // What is not given stays; tags that are given replace all.
    private Outcome Patch(ArmState state, ArmRequest request, StoredResource group)
    {
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        var merged = Json.Thaw(group.Body);
        foreach (var name in (ReadOnlySpan<string>)["location", "tags"])
        {
            if (body[name] is { } given) merged[name] = given.DeepClone();
        }

        return Put(state, request, merged);
    }

    private Outcome Put(ArmState state, ArmRequest request, JsonObject? body) => ScopeCheck.In(state, "/subscriptions/" + request["subscription"], _ =>
    {
        if (ResourceId.TryParse(request.Path) is not { } id) return ArmErrors.RouteNotFound(request.Path);
        if (!ResourceNames.IsValidGroup(id.Name)) return ProviderErrors.InvalidGroupName(id.Name);
        if (ResourceTags.Validate(body?["tags"]) is { } invalid) return invalid;
        if (body?.Text("location") is not { Length: > 0 } location) return ArmErrors.LocationRequired();
        var existing = state.Find(id);
        if (existing?.Body.Text("location") is { } current && Locations.Normalize(current) != Locations.Normalize(location))
            return ArmErrors.ResourceGroupLocationChanged(id.Name, current, location);
        var group = ScopeDocuments.ResourceGroup(existing?.Id ?? id, location, body["tags"]);
        return Outcome.Of(enforcer.Write(state, group, request), written => new ArmResponse(existing is null ? 201 : 200, Json.Thaw(written.Body)));
    });
}

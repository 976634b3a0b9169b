using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>New subscriptions, made through an alias as the service's own API does. Nothing is billed, so the billing scope is kept and not checked.</summary>
internal static class SubscriptionAliasRoutes
{
    private const string Type = "Microsoft.Subscription/aliases";
    private const string Collection = $"/providers/{Type}";
    private const string Item = $"{Collection}/{{alias}}";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", Collection, Type, (state, request) => Paging.Page(request, [.. state.OfType(Type)], alias => Json.Thaw(alias.Body))),
        new("GET", Item, Type, (state, request) => state.Find(request.Path) is { } alias ? new ArmResponse(200, Json.Thaw(alias.Body)) : NotFound(request["alias"])),
        new("PUT", Item, Type, Put),
        new("DELETE", Item, Type, (state, request) => state.Find(request.Path) is { } alias ? new Outcome(new ArmResponse(200), state.Without(alias.Id)) : new ArmResponse(204)),
    ];

    private static Outcome Put(ArmState state, ArmRequest request)
    {
        if (ResourceId.TryParse($"{Collection}/{request["alias"]}") is not { } id) return ArmErrors.RouteNotFound(request.Path);
        if (state.Find(id) is { } existing) return new ArmResponse(200, Json.Thaw(existing.Body));
        if (request.Body?["properties"] is not JsonObject properties) return ArmErrors.InvalidRequestContent("The request has no 'properties'");
        var given = properties.Text("subscriptionId");
        if (given is not null && !Guid.TryParse(given, out _)) return ArmErrors.InvalidRequestContent($"The subscription id '{given}' is not a GUID");
        var more = properties["additionalProperties"] as JsonObject;
        var group = more?.Text("managementGroupId") is { Length: > 0 } name ? name[(name.LastIndexOf('/') + 1)..] : null;
        if (group is not null && state.Find(ManagementGroupDocument.IdOf(group)) is null) return ManagementGroupErrors.NotFound(group);
        if (ResourceId.TryParse("/subscriptions/" + (given ?? ServicePrincipals.Derive(request.RequestId.ToString(), id.Text).ToString())) is not { } subscription) return ArmErrors.RouteNotFound(request.Path);
        var alias = Alias(id, subscription, properties, request);
        return new Outcome(new ArmResponse(201, Json.Thaw(alias.Body)), WithSubscription(state.With(alias), subscription, properties, group));
    }

    // An alias of a subscription that is there already only names it.
    private static ArmState WithSubscription(ArmState state, ResourceId id, JsonObject properties, string? group)
    {
        var subscription = state.Find(id);
        if (subscription is null)
        {
            var body = Json.Thaw(ScopeDocuments.Subscription(state.TenantId, id).Body);
            body["displayName"] = properties.Text("displayName") ?? id.Name;
            if ((properties["additionalProperties"] as JsonObject)?["tags"] is JsonObject tags) body["tags"] = tags.DeepClone();
            subscription = new StoredResource(id, Json.Freeze(body));
            state = state.With(subscription);
        }

        return group is not null && state.Find(ManagementGroupDocument.IdOf(group)) is { } parent ? ManagementGroupContentRoutes.Placed(state, parent, subscription) : state;
    }

    private static StoredResource Alias(ResourceId id, ResourceId subscription, JsonObject properties, ArmRequest request) => new(id, Json.Freeze(new JsonObject
    {
        ["id"] = id.Text,
        ["name"] = id.Name,
        ["type"] = Type,
        ["properties"] = new JsonObject
        {
            ["subscriptionId"] = subscription.Name,
            ["displayName"] = properties.Text("displayName") ?? subscription.Name,
            ["provisioningState"] = "Succeeded",
            ["acceptOwnershipState"] = "Completed",
            ["workload"] = properties.Text("workload") ?? "Production",
            ["billingScope"] = properties.Text("billingScope"),
            ["createdTime"] = SystemData.Stamp(request.Now),
        },
        ["systemData"] = SystemData.After(null, request.Now, request.Caller),
    }));

    private static ArmError NotFound(string alias) => new(404, "NotFound", $"The alias '{alias}' could not be found.");
}

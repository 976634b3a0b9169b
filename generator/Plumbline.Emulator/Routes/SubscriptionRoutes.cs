using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The tenant, its subscriptions, and where their resources can be.</summary>
internal static class SubscriptionRoutes
{
    private const string Item = "/subscriptions/{subscription}";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/tenants", ResourceTypes.Subscription, (state, _) => ArmEnvelope.List([Tenant(state)], null)),
        new("GET", "/subscriptions", ResourceTypes.Subscription, List),
        new("GET", Item, ResourceTypes.Subscription, (state, request) => Existing(state, request, subscription => new ArmResponse(200, Json.Thaw(subscription.Body)))),
        new("GET", Item + "/locations", ResourceTypes.Subscription, (state, request) => Existing(state, request, subscription =>
            ArmEnvelope.List(Locations.All.Select(location => location.Document(subscription.Id.Text)), null))),
        new("POST", Item + "/providers/Microsoft.Subscription/rename", "Microsoft.Subscription/rename", Rename) { Changes = true },
    ];

    private static Outcome List(ArmState state, ArmRequest request) =>
        Paging.Page(request, [.. state.OfType(ResourceTypes.Subscription)], subscription => Json.Thaw(subscription.Body));

    private static Outcome Existing(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then) =>
        state.Find("/subscriptions/" + request["subscription"]) is { } subscription ? then(subscription) : ArmErrors.SubscriptionNotFound(request["subscription"]);

    private static Outcome Rename(ArmState state, ArmRequest request) => Existing(state, request, subscription =>
    {
        if (request.Body?.Text("subscriptionName") is not { Length: > 0 } name) return ArmErrors.InvalidRequestContent("The request has no 'subscriptionName'");
        var body = Json.Thaw(subscription.Body);
        body["displayName"] = name;
        return new Outcome(new ArmResponse(200, new JsonObject { ["subscriptionId"] = subscription.Id.Name }), state.With(subscription with { Body = Json.Freeze(body) }));
    });

    private static JsonObject Tenant(ArmState state) => new()
    {
        ["id"] = "/tenants/" + state.TenantId,
        ["tenantId"] = state.TenantId,
        ["countryCode"] = "US",
        ["displayName"] = "Plumbline",
        ["domains"] = new JsonArray("plumbline.onmicrosoft.com"),
        ["tenantCategory"] = "Home",
        ["defaultDomain"] = "plumbline.onmicrosoft.com",
        ["tenantType"] = "AAD",
    };
}

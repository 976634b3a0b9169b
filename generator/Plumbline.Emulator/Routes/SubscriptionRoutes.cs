using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Subscriptions: the emulator has one, which exists from the start.</summary>
internal static class SubscriptionRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/subscriptions", ResourceTypes.Subscription, List),
        new("GET", "/subscriptions/{subscription}", ResourceTypes.Subscription, Get),
    ];

    private static Outcome List(ArmState state, ArmRequest request) =>
        Paging.Page(request, [.. state.OfType(ResourceTypes.Subscription)], subscription => Json.Thaw(subscription.Body));

    private static Outcome Get(ArmState state, ArmRequest request) =>
        state.Find(request.Path) is { } subscription
            ? new ArmResponse(200, Json.Thaw(subscription.Body))
            : ArmErrors.SubscriptionNotFound(request["subscription"]);
}

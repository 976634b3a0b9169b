using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>What lies in a management group: its descendants, and the subscriptions that are put into it and taken out again (which puts them under the root).</summary>
internal static class ManagementGroupContentRoutes
{
    private const string Type = ResourceTypes.ManagementGroup;
    private const string Group = $"/providers/{Type}/{{group}}";
    private const string Item = Group + "/subscriptions/{subscription}";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", Group + "/descendants", Type, (state, request) => ManagementGroupRoutes.Existing(state, request, group => Descendants(state, request, group.Id))),
        new("GET", Group + "/subscriptions", Type, (state, request) => ManagementGroupRoutes.Existing(state, request, group => Subscriptions(state, request, group.Id))),
        new("GET", Item, Type, (state, request) => In(state, request, (group, subscription) => IsIn(state, group, subscription)
            ? new ArmResponse(200, ManagementGroupDocument.Placement(state, group.Id.Name, subscription))
            : ManagementGroupErrors.SubscriptionNotInGroup(group.Id.Name, subscription.Id.Name))),
        new("PUT", Item, Type, (state, request) => In(state, request, (group, subscription) =>
            new Outcome(new ArmResponse(200, ManagementGroupDocument.Placement(state, group.Id.Name, subscription)), Placed(state, group, subscription)))),
        new("DELETE", Item, Type, (state, request) => In(state, request, (group, subscription) => IsIn(state, group, subscription)
            ? new Outcome(new ArmResponse(200), Taken(state, subscription))
            : new ArmResponse(204))),
    ];

    /// <summary>The state with the subscription in the group, and in no other.</summary>
    public static ArmState Placed(ArmState state, StoredResource group, StoredResource subscription)
    {
        var next = Taken(state, subscription);
        return ResourceId.TryParse($"{group.Id.Text}/subscriptions/{subscription.Id.Name}") is { } id
            ? next.With(new StoredResource(id, Json.Freeze(new JsonObject { ["id"] = id.Text, ["type"] = id.Type, ["name"] = id.Name })))
            : next;
    }

    private static ArmState Taken(ArmState state, StoredResource subscription) => state.OfType(ResourceTypes.SubscriptionPlacement)
        .Where(placement => string.Equals(placement.Id.Name, subscription.Id.Name, StringComparison.OrdinalIgnoreCase))
        .ToList()
        .Aggregate(state, (next, placement) => next.Without(placement.Id));

    private static Outcome In(ArmState state, ArmRequest request, Func<StoredResource, StoredResource, Outcome> then) => ManagementGroupRoutes.Existing(state, request, group =>
        state.Find("/subscriptions/" + request["subscription"]) is { } subscription ? then(group, subscription) : ArmErrors.SubscriptionNotFound(request["subscription"]));

    private static bool IsIn(ArmState state, StoredResource group, StoredResource subscription) =>
        string.Equals(ScopeTree.Of(state).ParentOf(subscription.Id.Name), group.Id.Name, StringComparison.OrdinalIgnoreCase);

    private static Outcome Subscriptions(ArmState state, ArmRequest request, ResourceId group) => Paging.Page(
        request,
        [.. state.OfType(ResourceTypes.Subscription).Where(subscription => string.Equals(ScopeTree.Of(state).ParentOf(subscription.Id.Name), group.Name, StringComparison.OrdinalIgnoreCase))],
        subscription => ManagementGroupDocument.Placement(state, group.Name, subscription));

    private static Outcome Descendants(ArmState state, ArmRequest request, ResourceId group)
    {
        var tree = ScopeTree.Of(state);
        return Paging.Page(request, [.. tree.Parts(group).Where(part => !part.Equals(group))], id => new JsonObject
        {
            ["id"] = id.Text,
            ["type"] = id.Is(Type) ? Type : "/subscriptions",
            ["name"] = id.Name,
            ["properties"] = new JsonObject
            {
                ["displayName"] = id.Is(Type) ? state.Find(id)?.PropertyText("displayName") : state.Find(id)?.Body.Text("displayName"),
                ["parent"] = new JsonObject { ["id"] = ManagementGroupDocument.IdOf(tree.ParentOf(id.Name) ?? state.TenantId) },
            },
        });
    }
}

using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Answers for scopes that do not exist before a route looks any further.</summary>
internal static class ScopeCheck
{
    /// <summary>Runs <paramref name="then"/> when <paramref name="path"/> is an id whose management group, subscription and resource group exist.</summary>
    public static Outcome In(ArmState state, string path, Func<ResourceId, Outcome> then)
    {
        if (ResourceId.TryParse(path) is not { } id) return ArmErrors.RouteNotFound(path);
        return Missing(state, id) is { } missing ? missing : then(id);
    }

    private static ArmError? Missing(ArmState state, ResourceId id)
    {
        for (var at = id; at is not null; at = at.Parent)
        {
            if (at.Is(ResourceTypes.Subscription) && state.Find(at) is null) return ArmErrors.SubscriptionNotFound(at.Name);
            if (at.Is(ResourceTypes.ManagementGroup) && state.Find(at) is null) return ManagementGroupErrors.NotFound(at.Name);
            if (at.Is(ResourceTypes.ResourceGroup) && at.Parent is { } subscription && state.Find(subscription) is not null && state.Find(at) is null)
                return ArmErrors.ResourceGroupNotFound(at.Name);
        }

        return null;
    }
}

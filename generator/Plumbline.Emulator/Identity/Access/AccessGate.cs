using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Stands before every route: refuses what the caller's roles do not allow, and takes out of lists what it may not see.</summary>
internal static class AccessGate
{
    /// <summary>The 403, or null when the request may go on.</summary>
    public static ArmError? Check(ArmState state, ArmRequest request)
    {
        if (ActionOfRequest.Of(request.Method, request.Path) is not { } asked) return null;
        var scope = ResourceId.TryParse(asked.Scope);
        if (IsUnknownSubscription(state, scope)) return null; // "not found" comes before "not allowed"
        var index = AccessIndex.Of(state);
        if (!IsAllowed(index, request.Caller, asked, scope)) return AccessErrors.AuthorizationFailed(request.Caller, asked.Action, asked.Scope);
        foreach (var (action, linked) in LinkedActions.Of(state, request))
        {
            if (!index.IsAllowed(request.Caller.ObjectId, action, linked))
                return AccessErrors.LinkedAuthorizationFailed(request.Caller, asked.Action, asked.Scope, action, linked.Text);
        }

        return null;
    }

    private static bool IsAllowed(AccessIndex index, Caller caller, RequestedAction asked, ResourceId? scope)
    {
        if (index.IsAllowed(caller.ObjectId, asked.Action, scope)) return true;
        if (asked.Alternative is { } other && index.IsAllowed(caller.ObjectId, other, scope)) return true;
        return scope is not null && VisibleItems.IsPartlyVisible(asked) && index.IsConcerned(caller.ObjectId, scope);
    }

    private static bool IsUnknownSubscription(ArmState state, ResourceId? scope) =>
        scope?.SubscriptionId is { } subscription && state.Find("/subscriptions/" + subscription) is null;
}

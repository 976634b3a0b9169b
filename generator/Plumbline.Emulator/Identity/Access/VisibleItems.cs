using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Lists in which every caller finds what it may see, as ARM lists subscriptions, resource groups and resources. A page may then be short; its link still leads on.</summary>
internal static class VisibleItems
{
    private const string Subscriptions = "Microsoft.Resources/subscriptions/read";

    // What Azure publishes to everybody.
    private static readonly ImmutableHashSet<string> Catalogs = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "Microsoft.Resources/subscriptions/locations/read", "Microsoft.Resources/subscriptions/providers/read");

    /// <summary>Whether a caller who may not read the whole scope gets its own part instead of a refusal: all but lists of roles and policies, and a subscription itself.</summary>
    public static bool IsPartlyVisible(RequestedAction asked) =>
        (asked.IsCollection && !asked.Action.StartsWith("Microsoft.Authorization/", StringComparison.OrdinalIgnoreCase))
        || string.Equals(asked.Action, Subscriptions, StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer with the items that the caller may see.</summary>
    public static ArmResponse Of(ArmState state, ArmRequest request, ArmResponse response)
    {
        if (request.Method != "GET" || response is not { Status: 200, Body: JsonObject { } body } || body["value"] is not JsonArray items) return response;
        var index = AccessIndex.Of(state);
        var asked = ActionOfRequest.Of(request.Method, request.Path);
        if (index.IsAllowed(request.Caller.ObjectId, asked?.Action ?? Subscriptions, ResourceId.TryParse(asked?.Scope ?? ScopeChain.Tenant))) return response;
        if (asked is null && !IsListOfScopes(request.Path)) return response;
        if (asked is not null && Catalogs.Contains(asked.Action)) return response;
        foreach (var item in items.Where(item => !IsVisible(index, request.Caller, item)).ToList()) items.Remove(item);
        return response;
    }

    private static bool IsListOfScopes(string path) =>
        string.Equals(path, "/subscriptions", StringComparison.OrdinalIgnoreCase)
        || string.Equals(path, "/providers/" + ResourceTypes.ManagementGroup, StringComparison.OrdinalIgnoreCase);

    private static bool IsVisible(AccessIndex index, Caller caller, JsonNode? item)
    {
        if ((item as JsonObject)?.Text("id") is not { } text || ResourceId.TryParse(text) is not { } id) return false;
        return id.Is(ResourceTypes.Subscription) || id.Is(ResourceTypes.ManagementGroup)
            ? index.IsConcerned(caller.ObjectId, id)
            : index.IsAllowed(caller.ObjectId, id.Type + "/read", id);
    }
}

namespace Plumbline.Policy.Assignments;

/// <summary>Which scopes hold which resources, told by their ids.</summary>
public static class ScopeContainment
{
    private const string ManagementGroups = "/providers/Microsoft.Management/managementGroups/";

    /// <summary>Whether a resource is the scope or lies anywhere inside it. Ids compare segment by segment, without regard to case; an empty scope holds nothing, <c>/</c> everything.</summary>
    /// <param name="scope">A management group, subscription, resource group or resource.</param>
    /// <param name="resource">The id of what may lie inside.</param>
    /// <param name="groups">What lies under which management group.</param>
    public static bool Contains(string scope, string resource, IManagementGroups groups)
    {
        if (scope == "/") return true;
        var outer = scope.TrimEnd('/');
        if (outer.Length == 0) return false;
        if (IsPrefix(outer, resource.TrimEnd('/'))) return true;
        return ManagementGroup(outer) is { } group
            && Subscription(resource) is { } subscription
            && groups.Above(subscription).Contains(group, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether two ids are the same.</summary>
    public static bool IsSame(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the id is one of a subscription or of what lies in it, but in no resource group.</summary>
    internal static bool IsAtSubscriptionLevel(string resource) =>
        Subscription(resource) is not null && !resource.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase);

    // A whole segment has to end where the scope ends: rg1 does not hold rg10.
    private static bool IsPrefix(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.OrdinalIgnoreCase) && (inner.Length == outer.Length || inner[outer.Length] == '/');

    private static string? ManagementGroup(string scope) =>
        scope.StartsWith(ManagementGroups, StringComparison.OrdinalIgnoreCase) && !scope[ManagementGroups.Length..].Contains('/', StringComparison.Ordinal)
            ? scope[ManagementGroups.Length..]
            : null;

    private static string? Subscription(string resource) =>
        resource.Split('/') is ["", var word, { Length: > 0 } subscription, ..] && string.Equals(word, "subscriptions", StringComparison.OrdinalIgnoreCase)
            ? subscription
            : null;
}

using System.Buffers;

namespace Plumbline.Planning.Objects;

/// <summary>A scope, taken apart. Definitions live at a subscription or management group; a resource group or resource can only be assigned to.</summary>
/// <param name="Kind">Which form it is.</param>
/// <param name="Id">The scope as a resource id without a slash at the end.</param>
/// <param name="Name">The subscription id, management group, resource group or resource name.</param>
/// <param name="Root">The subscription or management group it lies in: where collections are listed, and whose rate limits count.</param>
public sealed record ArmScope(ArmScopeKind Kind, string Id, string Name, string Root)
{
    private const string ManagementGroups = "/providers/Microsoft.Management/managementGroups/";

    // What could leave the path segment or start a query is no name.
    private static readonly SearchValues<char> NoNameCharacters = SearchValues.Create("/?#%&\\<> ");

    /// <summary>Reads a scope; null when it is none of the forms.</summary>
    public static ArmScope? Parse(string scope)
    {
        var text = scope.TrimEnd('/');
        if (text.StartsWith(ManagementGroups, StringComparison.OrdinalIgnoreCase) && IsName(text[ManagementGroups.Length..]))
            return new(ArmScopeKind.ManagementGroup, text, text[ManagementGroups.Length..], text);

        var segments = text.Split('/');
        if (segments.Length < 3 || segments[0].Length > 0 || !Is(segments[1], "subscriptions") || !Guid.TryParseExact(segments[2], "D", out _) || !segments.Skip(1).All(IsName)) return null;
        var root = $"/{segments[1]}/{segments[2]}";
        return segments switch
        {
            [_, _, var id] => new(ArmScopeKind.Subscription, text, id, root),
            [_, _, _, var groups, var name] when Is(groups, "resourceGroups") => new(ArmScopeKind.ResourceGroup, text, name, root),
            [_, _, _, .., var providers, _, _, var name] when segments.Length % 2 == 1 || Is(providers, "providers") => new(ArmScopeKind.Resource, text, name, root),
            _ => null,
        };
    }

    /// <summary>The scope an object stands at, from its id.</summary>
    public static string Of(string id)
    {
        var end = id.LastIndexOf(ArmObjectKinds.Provider, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? id : id[..end];
    }

    /// <summary>Whether an id is a scope or lies below it; by text, so management groups contain nothing but themselves.</summary>
    public static bool Contains(string scope, string id) =>
        id.StartsWith(scope.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) && (id.Length == scope.TrimEnd('/').Length || id[scope.TrimEnd('/').Length] == '/');

    private static bool Is(string segment, string expected) => string.Equals(segment, expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text) => text.Length > 0 && text is not ("." or "..") && text.AsSpan().IndexOfAny(NoNameCharacters) < 0;
}

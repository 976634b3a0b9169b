using System.Buffers;

namespace Plumbline.Arm;

/// <summary>A scope, taken apart. Definitions live at a subscription or management group; a resource group can only be assigned to.</summary>
/// <param name="Kind">Which of the three forms it is.</param>
/// <param name="Definitions">The scope of definitions and initiative.</param>
/// <param name="Assignment">The scope of the assignment; also where compliance is read.</param>
/// <param name="Name">The subscription id, resource group or management group name.</param>
internal sealed record TargetScope(ScopeKind Kind, string Definitions, string Assignment, string Name)
{
    // What could leave the path segment or start a query is no name.
    private static readonly SearchValues<char> NoNameCharacters = SearchValues.Create("/?#%&\\<> ");

    private const string ManagementGroups = "/providers/Microsoft.Management/managementGroups/";

    /// <summary>Reads a scope; null when it is none of the three forms.</summary>
    public static TargetScope? Parse(string scope)
    {
        var text = scope.TrimEnd('/');
        if (text.StartsWith(ManagementGroups, StringComparison.OrdinalIgnoreCase) && IsName(text[ManagementGroups.Length..]))
            return new(ScopeKind.ManagementGroup, text, text, text[ManagementGroups.Length..]);

        return text.Split('/') switch
        {
            ["", var s, var id] when Is(s, "subscriptions") && Guid.TryParseExact(id, "D", out _) => new(ScopeKind.Subscription, text, text, id),
            ["", var s, var id, var g, var name] when Is(s, "subscriptions") && Guid.TryParseExact(id, "D", out _) && Is(g, "resourceGroups") && IsName(name) =>
                new(ScopeKind.ResourceGroup, $"/{s}/{id}", text, name),
            _ => null,
        };
    }

    private static bool Is(string segment, string expected) => string.Equals(segment, expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text) => text.Length > 0 && text is not ("." or "..") && text.AsSpan().IndexOfAny(NoNameCharacters) < 0;
}

/// <summary>The forms of a <see cref="TargetScope"/>.</summary>
internal enum ScopeKind
{
    Subscription,
    ResourceGroup,
    ManagementGroup,
}

namespace Plumbline.Policy.Evaluation;

/// <summary>What the id of a resource says of where it is. An id that is no resource id says nothing.</summary>
internal static class ResourceScope
{
    /// <summary>The subscription, or null.</summary>
    public static string? SubscriptionOf(string id) => SegmentAfter(id, "subscriptions");

    /// <summary>The resource group, or null.</summary>
    public static string? ResourceGroupOf(string id) => SegmentAfter(id, "resourceGroups");

    /// <summary>The names along the type, outermost first: those of the parents and its own.</summary>
    public static string[] NamesOf(string id)
    {
        var provider = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);

        // namespace / type / name / type / name ...
        return provider < 0 ? [] : [.. id[(provider + "/providers/".Length)..].Split('/').Where((_, index) => index > 0 && index % 2 == 0)];
    }

    /// <summary>The full type, or null.</summary>
    public static string? TypeOf(string id)
    {
        var provider = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        return provider < 0 ? null : string.Join('/', id[(provider + "/providers/".Length)..].Split('/').Where((_, index) => index == 0 || index % 2 == 1));
    }

    /// <summary>Whether the resource extends another one: its id runs through two provider namespaces.</summary>
    public static bool IsExtension(string id)
    {
        const string providers = "/providers/";
        var first = id.IndexOf(providers, StringComparison.OrdinalIgnoreCase);
        return first >= 0 && id.LastIndexOf(providers, StringComparison.OrdinalIgnoreCase) > first;
    }

    private static string? SegmentAfter(string id, string keyword)
    {
        var segments = id.Split('/');
        var at = Array.FindIndex(segments, segment => string.Equals(segment, keyword, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < segments.Length ? segments[at + 1] : null;
    }
}

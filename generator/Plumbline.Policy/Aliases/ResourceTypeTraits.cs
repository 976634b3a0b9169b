namespace Plumbline.Policy.Aliases;

/// <summary>What is known of resource types beside their aliases.</summary>
public static class ResourceTypeTraits
{
    /// <summary>Whether resources of a type have tags and a location, so that mode <c>Indexed</c> evaluates them; null when the type is not known.</summary>
    /// <param name="resourceType">The full type in any case, such as <c>Microsoft.Network/virtualNetworks</c>.</param>
    public static bool? SupportsTagsAndLocation(string resourceType) => resourceType.Length == 0 ? false : null;
}

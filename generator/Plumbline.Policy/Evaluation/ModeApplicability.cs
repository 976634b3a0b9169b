using System.Buffers;
using System.Text;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Which resources a definition's <c>mode</c> lets it see.</summary>
public static class ModeApplicability
{
    private const int LongestType = 256;

    /// <summary>Whether Azure Resource Manager evaluates definitions of this mode; those of other modes are evaluated by a resource provider.</summary>
    public static bool IsResourceManagerMode(string mode) =>
        string.Equals(mode, "All", StringComparison.OrdinalIgnoreCase) || string.Equals(mode, "Indexed", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a definition of this mode sees the resource: <c>All</c> sees every one, <c>Indexed</c> those whose type has tags and a location; other modes none.
    /// A type that is not known is taken for one that has them; so is a resource that has a location itself.
    /// </summary>
    public static bool Applies(string mode, ResourceDocument resource)
    {
        if (string.Equals(mode, "All", StringComparison.OrdinalIgnoreCase)) return true;
        if (!string.Equals(mode, "Indexed", StringComparison.OrdinalIgnoreCase)) return false;
        var type = ResourceIdentity.TypeOf(resource.Root);
        Span<char> text = stackalloc char[LongestType];
        return type.TryGetPlainText(out var utf8) && Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done
            ? IsIndexed(text[..length], resource)
            : IsIndexed((type.ToValue() as TextValue)?.Value, resource);
    }

    private static bool IsIndexed(ReadOnlySpan<char> type, ResourceDocument resource) =>
        !ResourcesNamespace.IsSubscription(type) && !IsGroup(type)
        && (ResourceTypeTraits.SupportsTagsAndLocation(type) != false || ResourceIdentity.Text(resource.Root, "location") is not null);

    private static bool IsGroup(ReadOnlySpan<char> type) => type.StartsWith("Microsoft.Resources/", StringComparison.OrdinalIgnoreCase) && ResourcesNamespace.IsResourceGroup(type);
}

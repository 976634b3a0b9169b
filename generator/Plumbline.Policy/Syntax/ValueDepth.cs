using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>How deep the values of a rule may be nested.</summary>
internal static class ValueDepth
{
    /// <summary>Containers inside one another, in a value that is evaluated.</summary>
    public const int Maximum = 32;

    /// <summary>Whether a value has at most <see cref="Maximum"/> containers inside one another.</summary>
    public static bool IsAllowed(JToken token) => Fits(token, Maximum);

    private static bool Fits(JToken token, int levels)
    {
        if (token is not JContainer container) return true;
        if (token is JProperty property) return Fits(property.Value, levels);
        if (levels == 0) return false;
        foreach (var child in container.Children())
        {
            if (!Fits(child, levels - 1)) return false;
        }

        return true;
    }
}

using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>Values short enough for a line.</summary>
internal static class ValueText
{
    private const int Longest = 100;
    private const int BeforeDifference = 20;

    /// <summary>A value as compact JSON; what is long is counted or cut.</summary>
    public static string Of(PolicyValue value)
    {
        if (value is UndefinedValue) return "nothing";
        var text = PolicyValueWriter.ToCompactJson(value);
        if (text.Length <= Longest) return text;
        return value switch
        {
            ObjectValue item => string.Create(CultureInfo.InvariantCulture, $"{{ {item.Properties.Length} properties: {CountWords.List([.. item.Properties.Select(property => property.Key)], 5)} }}"),
            ArrayValue items => string.Create(CultureInfo.InvariantCulture, $"[ {items.Items.Length} items ]"),
            _ => Cut(text, 0),
        };
    }

    /// <summary>Two values; long texts are cut so that the place where they part is visible.</summary>
    public static (string Before, string After) Of(PolicyValue before, PolicyValue after)
    {
        if (before is not TextValue || after is not TextValue) return (Of(before), Of(after));
        var (left, right) = (PolicyValueWriter.ToCompactJson(before), PolicyValueWriter.ToCompactJson(after));
        var start = Math.Max(left.AsSpan().CommonPrefixLength(right) - BeforeDifference, 0);
        return (Window(left, start), Window(right, start));
    }

    private static string Window(string text, int start) => text.Length <= Longest ? text : Cut(text, Math.Min(start, text.Length));

    private static string Cut(string text, int start)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start])) start--;
        var end = Math.Min(start + Longest, text.Length);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return $"{(start > 0 ? "..." : string.Empty)}{text[start..end]}{(end < text.Length ? "..." : string.Empty)}";
    }
}

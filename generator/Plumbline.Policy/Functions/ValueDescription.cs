using System.Globalization;
using System.Text;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Values and kinds of values in the words of a message: short, on one line.</summary>
internal static class ValueDescription
{
    private const int MaximumLength = 40;

    private static readonly (ArgumentKind Kind, string Name)[] Names =
    [
        (ArgumentKind.Text, "a string"),
        (ArgumentKind.Number, "a number"),
        (ArgumentKind.Integer, "an integer"),
        (ArgumentKind.Float, "a float"),
        (ArgumentKind.Boolean, "a boolean"),
        (ArgumentKind.Array, "an array"),
        (ArgumentKind.Object, "an object"),
        (ArgumentKind.Null, "null"),
    ];

    /// <summary>The value with its kind, such as <c>the string 'abc'</c>.</summary>
    public static string Of(PolicyValue value) => value switch
    {
        TextValue text => $"the string {Quote(text.Value)}",
        IntegerValue integer => string.Create(CultureInfo.InvariantCulture, $"the integer {integer.Value}"),
        FloatValue number => $"the float {number.Value.ToString(CultureInfo.InvariantCulture)}",
        BooleanValue boolean => boolean.Value ? "the boolean true" : "the boolean false",
        ArrayValue array => $"an array of {array.Items.Length}",
        ObjectValue item => $"an object of {item.Properties.Length}",
        _ => "null",
    };

    /// <summary>The text in quotes, shortened; what cannot be shown on a line is replaced.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var character in text.EnumerateRunes())
        {
            if (shown.Length > MaximumLength) return shown.Append("...'").ToString();
            shown.Append(BreaksLine(character) ? Rune.ReplacementChar : character);
        }

        return shown.Append('\'').ToString();
    }

    private static bool BreaksLine(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The kinds, such as <c>a string, an integer or null</c>.</summary>
    public static string Of(ArgumentKind kinds)
    {
        var named = new List<string>();
        foreach (var (kind, name) in Names)
        {
            if ((kinds & kind) != kind) continue;
            named.Add(name);
            kinds &= ~kind;
        }

        return named.Count == 1 ? named[0] : $"{string.Join(", ", named.Take(named.Count - 1))} or {named[^1]}";
    }
}

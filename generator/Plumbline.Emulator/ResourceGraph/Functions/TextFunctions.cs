using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of texts without patterns.</summary>
internal static class TextFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        ScalarFunction.Of("tolower", KqlType.Text, value => new KqlText(KqlConvert.ToText(value).ToLowerInvariant())),
        ScalarFunction.Of("toupper", KqlType.Text, value => new KqlText(KqlConvert.ToText(value).ToUpperInvariant())),
        ScalarFunction.Of("strlen", KqlType.Long, value => new KqlLong(KqlConvert.ToText(value).Length)),
        ScalarFunction.Of("strcat", 1, ScalarFunction.Many, KqlType.Text, arguments => new KqlText(string.Concat(arguments.Select(KqlConvert.ToText)))),
        ScalarFunction.Of("strcat_delim", 2, ScalarFunction.Many, KqlType.Text, arguments => new KqlText(string.Join(KqlConvert.ToText(arguments[0]), arguments.Skip(1).Select(KqlConvert.ToText)))),
        ScalarFunction.Of("strcat_array", 2, 2, KqlType.Text, arguments => arguments[0] is KqlArray array ? Joined(array, KqlConvert.ToText(arguments[1])) : KqlText.Empty),
        ScalarFunction.Of("strcmp", 2, 2, KqlType.Long, arguments => new KqlLong(Math.Sign(string.CompareOrdinal(KqlConvert.ToText(arguments[0]), KqlConvert.ToText(arguments[1]))))),
        ScalarFunction.Of("split", 2, 3, KqlType.Dynamic, Split),
        ScalarFunction.Of("substring", 2, 3, KqlType.Text, Substring),
        ScalarFunction.Of("replace_string", 3, 3, KqlType.Text, ReplaceText),
        ScalarFunction.Of("indexof", 2, 2, KqlType.Long, arguments => new KqlLong(KqlConvert.ToText(arguments[0]).IndexOf(KqlConvert.ToText(arguments[1]), StringComparison.Ordinal))),
        ScalarFunction.Of("reverse", KqlType.Text, value => new KqlText(new string([.. KqlConvert.ToText(value).Reverse()]))),
    ];

    private static KqlText Joined(KqlArray array, string separator) => new(string.Join(separator, array.Items.Select(KqlConvert.ToText)));

    private static KqlValue Split(KqlValue[] arguments)
    {
        var (text, separator) = (KqlConvert.ToText(arguments[0]), KqlConvert.ToText(arguments[1]));
        var parts = separator.Length == 0 ? text.Select(character => character.ToString()) : text.Split(separator);
        var array = KqlArray.Of(parts.Select(part => new KqlText(part)));
        if (arguments.Length < 3) return array;
        return KqlConvert.ToLong(arguments[2]) is { } index && index >= 0 && index < array.Count ? KqlArray.Of([array.At(index)]) : KqlArray.Of([]);
    }

    // A negative start counts from the end.
    private static KqlText Substring(KqlValue[] arguments)
    {
        var text = KqlConvert.ToText(arguments[0]);
        if (KqlConvert.ToLong(arguments[1]) is not { } start) return KqlText.Empty;
        var from = (int)Math.Clamp(start < 0 ? text.Length + start : start, 0, text.Length);
        var length = arguments.Length < 3 ? text.Length : KqlConvert.ToLong(arguments[2]) ?? 0;
        return new KqlText(text.Substring(from, (int)Math.Clamp(length, 0, text.Length - from)));
    }

    private static KqlText ReplaceText(KqlValue[] arguments)
    {
        var (text, wanted, put) = (KqlConvert.ToText(arguments[0]), KqlConvert.ToText(arguments[1]), KqlConvert.ToText(arguments[2]));
        if (wanted.Length == 0) return new KqlText(text);
        if (put.Length > wanted.Length && (long)text.Length / wanted.Length * put.Length > QueryContext.MaxText) throw new QueryLimitException($"A text is longer than {QueryContext.MaxText} characters.");
        return new KqlText(text.Replace(wanted, put, StringComparison.Ordinal));
    }
}

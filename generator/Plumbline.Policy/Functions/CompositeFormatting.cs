using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The function <c>format</c>: .NET's composite formatting by the invariant culture.</summary>
internal static partial class CompositeFormatting
{
    // The escapes come first, so that "{{0}" is no hole.
    [GeneratedRegex(@"\{\{|\}\}|\{(?<index>[0-9]+) *(?:, *-?(?<width>[0-9]+) *)?(?::(?:(?<letter>[A-Za-z])(?<precision>[0-9]+)(?=\})|[^{}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole { get; }

    public static PolicyValue Format(ImmutableArray<PolicyValue> arguments)
    {
        var format = ValueKinds.Text(arguments[0]);
        var values = new object[arguments.Length - 1];
        for (var i = 0; i < values.Length; i++)
        {
            if (Argument(arguments[i + 1]) is not { } value) return EvaluationLimits.TooLong("format");
            values[i] = value;
        }

        // INVARIANT: .NET builds a result of any length (nine digits of width or precision are a gigabyte), so the length is bounded before.
        if (LeastLength(format, values) > EvaluationLimits.MaximumTextLength) return EvaluationLimits.TooLong("format");
        try
        {
            return new TextValue(string.Format(CultureInfo.InvariantCulture, format, values));
        }
        catch (FormatException)
        {
            return new FailedValue($"format() cannot apply argument 1, {ValueDescription.Quote(format)}, to the {values.Length} arguments after it");
        }
    }

    private static object? Argument(PolicyValue value) => value switch
    {
        IntegerValue item => item.Value,
        FloatValue item => item.Value,
        ArrayValue or ObjectValue => CompactJson.Write(value, EvaluationLimits.MaximumTextLength)?.Replace('"', '\''),
        _ => ValueKinds.ScalarText(value),
    };

    // What the holes come to at the least: their widths, their texts, and the digits their numbers are filled up to.
    private static long LeastLength(string format, object[] values)
    {
        long length = 0;
        for (var hole = Hole.Match(format); hole.Success && length <= EvaluationLimits.MaximumTextLength; hole = hole.NextMatch())
        {
            if (!hole.Groups["index"].Success) continue;
            var value = Number(hole.Groups["index"]) is var index && index < values.Length ? values[index] : "";
            length += Math.Max(Number(hole.Groups["width"]), value is string text ? text.Length : Digits(hole));
        }

        return length;
    }

    // G and R take any precision without filling up.
    private static int Digits(Match hole) =>
        hole.Groups["letter"].ValueSpan is "G" or "g" or "R" or "r" ? 1 : Number(hole.Groups["precision"]);

    private static int Number(Group digits)
    {
        if (!digits.Success) return 0;
        return int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}

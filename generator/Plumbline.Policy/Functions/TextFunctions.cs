using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on text. Comparison is by the invariant culture ignoring case unless said otherwise.</summary>
internal static partial class TextFunctions
{
    private const CompareOptions IgnoreCase = CompareOptions.IgnoreCase;

    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("concat", [Text | Integer | ArgumentKind.Boolean | Null | ArgumentKind.Array], Concat) { Repeats = true },
        new("format", [Text, Any], Format) { Minimum = 1, Repeats = true },
        new("toLower", [Text | Null], arguments => new TextValue(ValueKinds.ToText(arguments[0]).ToLowerInvariant())),
        new("toUpper", [Text | Null], arguments => new TextValue(ValueKinds.ToText(arguments[0]).ToUpperInvariant())),
        new("trim", [Text], arguments => new TextValue(ValueKinds.Text(arguments[0]).Trim())),
        new("padLeft", [Text | Integer, Integer, Text | Null], PadLeft) { Minimum = 2 },
        new("replace", [Text, Text, Text], Replace),
        new("split", [Text, Text | ArgumentKind.Array | Null], Split),
        new("join", [ArgumentKind.Array, Text], Join),
        new("substring", [Text, Integer, Integer], Substring) { Minimum = 2 },
        new("startsWith", [Text, Text], arguments => BooleanValue.Of(Invariant.IsPrefix(ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1]), IgnoreCase))),
        new("endsWith", [Text, Text], arguments => BooleanValue.Of(Invariant.IsSuffix(ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1]), IgnoreCase))),
        new("string", [Text | Integer | ArgumentKind.Boolean | ArgumentKind.Object | ArgumentKind.Array], arguments => new TextValue(ValueKinds.ToText(arguments[0]))),
    ];

    // Four digits of width or precision are beyond any use; nine would make .NET build a string of a gigabyte.
    [GeneratedRegex(@"[0-9]{4}")]
    private static partial Regex FourDigits { get; }

    private static PolicyValue Concat(ImmutableArray<PolicyValue> arguments)
    {
        var arrays = arguments.OfType<ArrayValue>().ToList();
        if (arrays.Count == 0) return new TextValue(string.Concat(arguments.Select(ValueKinds.ToText)));
        return arguments.All(argument => argument is ArrayValue or NullValue)
            ? new ArrayValue([.. arrays.SelectMany(array => array.Items)])
            : new FailedValue("concat() takes arrays only or no array at all");
    }

    private static PolicyValue Format(ImmutableArray<PolicyValue> arguments)
    {
        var format = ValueKinds.Text(arguments[0]);
        if (FourDigits.IsMatch(format)) return new FailedValue("format() got a format with a number of more than three digits");
        try
        {
            return new TextValue(string.Format(CultureInfo.InvariantCulture, format, [.. arguments.Skip(1).Select(FormatArgument)]));
        }
        catch (FormatException)
        {
            return new FailedValue($"format() cannot apply the format '{format}' to its {arguments.Length - 1} arguments");
        }
    }

    private static object FormatArgument(PolicyValue value) => value switch
    {
        IntegerValue item => item.Value,
        FloatValue item => item.Value,
        ArrayValue or ObjectValue => PolicyValueWriter.ToCompactJson(value).Replace('"', '\''),
        _ => ValueKinds.ToText(value),
    };

    private static PolicyValue PadLeft(ImmutableArray<PolicyValue> arguments)
    {
        if (ValueKinds.Count(arguments[1]) is not (>= 1 and <= 16 and var width)) return new FailedValue("padLeft() takes a width from 1 to 16");
        var fill = arguments.Length > 2 && arguments[2] is TextValue text ? text.Value : " ";
        return fill.Length == 1
            ? new TextValue(ValueKinds.ToText(arguments[0]).PadLeft(width, fill[0]))
            : new FailedValue("padLeft() takes one character to fill with");
    }

    private static PolicyValue Replace(ImmutableArray<PolicyValue> arguments)
    {
        var searched = ValueKinds.Text(arguments[1]);
        return searched.Length == 0
            ? new FailedValue("replace() cannot search for an empty string")
            : new TextValue(ValueKinds.Text(arguments[0]).Replace(searched, ValueKinds.Text(arguments[2]), ignoreCase: true, CultureInfo.InvariantCulture));
    }

    private static PolicyValue Split(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var delimiters = arguments[1] switch
        {
            ArrayValue array => array.Items.Select(item => (item as TextValue)?.Value).ToArray(),
            TextValue delimiter => [delimiter.Value],
            _ => [""],
        };
        if (delimiters.Any(delimiter => delimiter is null)) return new FailedValue("split() takes only strings as delimiters");
        string[] used = [.. delimiters.OfType<string>().Where(delimiter => delimiter.Length > 0)];
        var parts = used.Length == 0 ? [text] : text.Split(used, StringSplitOptions.None);
        return new ArrayValue([.. parts.Select(part => new TextValue(part))]);
    }

    private static PolicyValue Join(ImmutableArray<PolicyValue> arguments)
    {
        var items = ((ArrayValue)arguments[0]).Items;
        return items.All(item => item is TextValue)
            ? new TextValue(string.Join(ValueKinds.Text(arguments[1]), items.Select(ValueKinds.Text)))
            : new FailedValue("join() takes an array of strings only");
    }

    private static PolicyValue Substring(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var start = ValueKinds.Integer(arguments[1]);
        var length = arguments.Length > 2 ? ValueKinds.Integer(arguments[2]) : text.Length - start;
        return start < 0 || start > text.Length || length < 0 || length > text.Length - start
            ? new FailedValue($"substring() is asked for {length} characters from {start} of a string of {text.Length}")
            : new TextValue(text.Substring((int)start, (int)length));
    }
}

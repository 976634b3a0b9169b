using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on text. Comparison is by the invariant culture ignoring case unless said otherwise.</summary>
internal static class TextFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("concat", [Text | Integer | ArgumentKind.Boolean | Null | ArgumentKind.Array], Concat) { Repeats = true },
        new("format", [Text, Any], CompositeFormatting.Format) { Minimum = 1, Repeats = true },
        new("toLower", [Text | Null], arguments => new TextValue(ValueKinds.ScalarText(arguments[0]).ToLowerInvariant())),
        new("toUpper", [Text | Null], arguments => new TextValue(ValueKinds.ScalarText(arguments[0]).ToUpperInvariant())),
        new("trim", [Text], arguments => new TextValue(ValueKinds.Text(arguments[0]).Trim())),
        new("padLeft", [Text | Integer, Integer, Text | Null], PadLeft) { Minimum = 2 },
        new("replace", [Text, Text, Text], Replace),
        new("split", [Text, Text | ArgumentKind.Array | Null], TextLists.Split),
        new("join", [ArgumentKind.Array, Text], TextLists.Join),
        new("substring", [Text, Integer, Integer], Substring) { Minimum = 2 },
        new("startsWith", [Text, Text], arguments => BooleanValue.Of(InvariantText.StartsWith(ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1])))),
        new("endsWith", [Text, Text], EndsWith),
        new("string", [Text | Integer | ArgumentKind.Boolean | ArgumentKind.Object | ArgumentKind.Array], arguments =>
            ValueKinds.ToText(arguments[0]) is { } text ? new TextValue(text) : EvaluationLimits.TooLong("string")),
    ];

    /// <summary>The failure of a search that ICU could not finish in reasonable time.</summary>
    public static FailedValue TooMuchToSearch(string function, PolicyValue text, PolicyValue part) =>
        new($"{function}() searches {ValueKinds.Text(text).Length} characters for {ValueKinds.Text(part).Length} that are not all ASCII, which takes too long");

    private static PolicyValue Concat(ImmutableArray<PolicyValue> arguments)
    {
        var arrays = 0;
        var others = 0;
        foreach (var argument in arguments)
        {
            if (argument is ArrayValue) arrays++;
            else if (argument is not NullValue) others++;
        }

        if (arrays == 0) return ConcatTexts(arguments);
        if (others == 0) return ConcatArrays(arguments);
        var index = arguments[0] is ArrayValue ? arguments.ToList().FindIndex(argument => argument is not (ArrayValue or NullValue)) : arguments.ToList().FindIndex(argument => argument is ArrayValue);
        return new FailedValue($"concat() takes arrays only or no array at all: argument {index + 1} is {ValueDescription.Of(arguments[index])}");
    }

    private static PolicyValue ConcatTexts(ImmutableArray<PolicyValue> arguments)
    {
        var parts = new string[arguments.Length];
        long length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ValueKinds.ScalarText(arguments[i]);
            length += parts[i].Length;
        }

        return length > EvaluationLimits.MaximumTextLength ? EvaluationLimits.TooLong("concat") : new TextValue(string.Concat(parts));
    }

    private static ArrayValue ConcatArrays(ImmutableArray<PolicyValue> arguments)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>();
        foreach (var argument in arguments)
        {
            if (argument is ArrayValue array) items.AddRange(array.Items);
        }

        return new ArrayValue(items.ToImmutable());
    }

    private static PolicyValue PadLeft(ImmutableArray<PolicyValue> arguments)
    {
        if (ValueKinds.Integer(arguments[1]) is not (>= 1 and <= 16 and var width))
            return new FailedValue($"padLeft() takes a width from 1 to 16 as argument 2, not {ValueKinds.Integer(arguments[1])}");
        var fill = arguments.Length > 2 && arguments[2] is TextValue text ? text.Value : " ";
        return fill.Length == 1
            ? new TextValue(ValueKinds.ScalarText(arguments[0]).PadLeft((int)width, fill[0]))
            : new FailedValue($"padLeft() takes one character as argument 3, not {ValueDescription.Of(arguments[2])}");
    }

    private static PolicyValue Replace(ImmutableArray<PolicyValue> arguments)
    {
        var (text, sought, replacement) = (ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1]), ValueKinds.Text(arguments[2]));
        if (sought.Length == 0) return new FailedValue("replace() cannot search for argument 2, an empty string");
        if (!InvariantText.CanSearch(text, sought)) return TooMuchToSearch("replace", arguments[0], arguments[1]);
        var result = new StringBuilder();
        var copied = 0;
        foreach (var (start, length) in InvariantText.Matches(text, sought))
        {
            result.Append(text, copied, start - copied).Append(replacement);
            copied = start + length;
            if (result.Length > EvaluationLimits.MaximumTextLength) return EvaluationLimits.TooLong("replace");
        }

        return copied == 0 && result.Length == 0 ? arguments[0] : new TextValue(result.Append(text, copied, text.Length - copied).ToString());
    }

    private static PolicyValue EndsWith(ImmutableArray<PolicyValue> arguments)
    {
        var (text, part) = (ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1]));
        return InvariantText.CanSearch(text, part) ? BooleanValue.Of(InvariantText.EndsWith(text, part)) : TooMuchToSearch("endsWith", arguments[0], arguments[1]);
    }

    private static PolicyValue Substring(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var start = ValueKinds.Integer(arguments[1]);
        if (start < 0 || start > text.Length)
            return new FailedValue($"substring() takes a start from 0 to {text.Length} as argument 2, the length of {ValueDescription.Quote(text)}, not {start}");
        var rest = text.Length - start;
        var length = arguments.Length > 2 ? ValueKinds.Integer(arguments[2]) : rest;
        return length < 0 || length > rest
            ? new FailedValue($"substring() takes a length from 0 to {rest} as argument 3 when it starts at {start} of {ValueDescription.Quote(text)}, not {length}")
            : new TextValue(text.Substring((int)start, (int)length));
    }
}

using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>How template functions see values: their kind, and their text.</summary>
internal static class ValueKinds
{
    public static ArgumentKind KindOf(PolicyValue value) => value switch
    {
        TextValue => ArgumentKind.Text,
        IntegerValue => ArgumentKind.Integer,
        FloatValue => ArgumentKind.Float,
        BooleanValue => ArgumentKind.Boolean,
        ArrayValue => ArgumentKind.Array,
        ObjectValue => ArgumentKind.Object,
        NullValue or UndefinedValue => ArgumentKind.Null,
        _ => ArgumentKind.None,
    };

    public static bool IsNumber(PolicyValue value) => value is IntegerValue or FloatValue;

    public static string Text(PolicyValue value) => ((TextValue)value).Value;

    public static long Integer(PolicyValue value) => ((IntegerValue)value).Value;

    public static double Float(PolicyValue value) => value is IntegerValue integer ? integer.Value : ((FloatValue)value).Value;

    /// <summary>A count, an index or a width: 32 bits, or null outside of them.</summary>
    public static int? Count(PolicyValue value) => Integer(value) is >= int.MinValue and <= int.MaxValue and var count ? (int)count : null;

    /// <summary>The text that <c>concat</c>, <c>string</c> and <c>format</c> make of a value: booleans are <c>True</c> and <c>False</c>, null is empty.</summary>
    /// <returns>The text, or null when the JSON of an array or object is longer than a string may be.</returns>
    public static string? ToText(PolicyValue value) => value switch
    {
        ArrayValue or ObjectValue => CompactJson.Write(value, EvaluationLimits.MaximumTextLength),
        _ => ScalarText(value),
    };

    /// <summary>The text of anything but an array or an object.</summary>
    public static string ScalarText(PolicyValue value) => value switch
    {
        TextValue item => item.Value,
        IntegerValue item => item.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue item => item.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue item => item.Value ? "True" : "False",
        _ => "",
    };
}

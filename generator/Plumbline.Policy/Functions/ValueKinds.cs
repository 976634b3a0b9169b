using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>How template functions see values: their kind, their name in messages, their text.</summary>
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

    /// <summary>The kind in the words of a message, such as <c>a string</c>.</summary>
    public static string Describe(PolicyValue value) => KindOf(value) switch
    {
        ArgumentKind.Text => "a string",
        ArgumentKind.Integer => "an integer",
        ArgumentKind.Float => "a float",
        ArgumentKind.Boolean => "a boolean",
        ArgumentKind.Array => "an array",
        ArgumentKind.Object => "an object",
        _ => "null",
    };

    public static string Text(PolicyValue value) => ((TextValue)value).Value;

    public static long Integer(PolicyValue value) => ((IntegerValue)value).Value;

    public static double Float(PolicyValue value) => value is IntegerValue integer ? integer.Value : ((FloatValue)value).Value;

    /// <summary>A count, an index or a width: 32 bits, or null outside of them.</summary>
    public static int? Count(PolicyValue value) => Integer(value) is >= int.MinValue and <= int.MaxValue and var count ? (int)count : null;

    /// <summary>The text that <c>concat</c>, <c>string</c> and <c>format</c> make of a value: booleans are <c>True</c> and <c>False</c>, null is empty.</summary>
    public static string ToText(PolicyValue value) => value switch
    {
        TextValue item => item.Value,
        IntegerValue item => item.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue item => item.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue item => item.Value ? "True" : "False",
        ArrayValue or ObjectValue => PolicyValueWriter.ToCompactJson(value),
        _ => "",
    };
}

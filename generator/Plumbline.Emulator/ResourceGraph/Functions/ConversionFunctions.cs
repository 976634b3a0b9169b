using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary><c>tostring</c> and its like.</summary>
internal static class ConversionFunctions
{
    private static readonly ImmutableArray<(string Name, KqlType Type)> Converters =
    [
        ("toint", KqlType.Long), ("tolong", KqlType.Long), ("todouble", KqlType.Real), ("toreal", KqlType.Real), ("todecimal", KqlType.Real),
        ("tobool", KqlType.Boolean), ("toboolean", KqlType.Boolean), ("todatetime", KqlType.DateTime), ("totimespan", KqlType.Timespan),
    ];

    /// <summary>All of them. A column that one of them makes keeps the name of its argument.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        .. Converters.Select(converter => ScalarFunction.Of(converter.Name, converter.Type, value => KqlConvert.To(converter.Type, value))),
        ScalarFunction.Of("tostring", KqlType.Text, value => KqlConvert.To(KqlType.Text, value)),
        ScalarFunction.Of("toguid", KqlType.Text, value => Guid.TryParse(KqlConvert.ToText(value), out var guid) ? new KqlText(guid.ToString()) : KqlText.Empty),
        ScalarFunction.Of("parse_json", KqlType.Dynamic, ParseJson),
        ScalarFunction.Of("todynamic", KqlType.Dynamic, ParseJson),
        ScalarFunction.Of("toobject", KqlType.Dynamic, ParseJson),
        ScalarFunction.Of("dynamic_to_json", KqlType.Text, value => new KqlText(KqlJson.Text(value))),
        ScalarFunction.Of("gettype", KqlType.Text, value => new KqlText(TypeName(value))),
    ];

    /// <summary>Whether a column made by this function is named as its argument.</summary>
    public static bool KeepsName(string function) =>
        function is "tostring" or "parse_json" or "todynamic" or "toobject" or "toguid" or "bin" or "floor" || Converters.Any(converter => converter.Name == function);

    /// <summary>The text of a static truth value has a capital, that of a JSON one has none.</summary>
    public static KqlValue TextOfBoolean(KqlValue value) => value is KqlBoolean truth ? new KqlText(truth.Value ? "True" : "False") : KqlText.Empty;

    // A text that is no JSON stays a text.
    private static KqlValue ParseJson(KqlValue value) => value switch
    {
        KqlText { Value.Length: 0 } => KqlNull.Instance,
        KqlText text => KqlJson.TryParse(text.Value) ?? text,
        _ => value,
    };

    private static string TypeName(KqlValue value) => value switch
    {
        KqlArray => "array",
        KqlBag => "dictionary",
        KqlBoolean => "bool",
        KqlLong => "long",
        KqlReal => "double",
        KqlDateTime => "datetime",
        KqlTimespan => "timespan",
        KqlText => "string",
        _ => "null",
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions that turn text into numbers, booleans and JSON.</summary>
internal static class ConversionFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("int", [Integer | Text], ToInteger),
        new("float", [Number | Text], ToFloat),
        new("bool", [ArgumentKind.Boolean | Number | Text], ToBoolean),
        new("json", [Text], arguments => ParseJson(ValueKinds.Text(arguments[0]))),
    ];

    /// <summary>Reads JSON as leniently as ARM does: bare names, and anything after the first value.</summary>
    public static PolicyValue ParseJson(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        try
        {
            return PolicyValueReader.FromToken(JToken.ReadFrom(reader));
        }
        catch (JsonReaderException exception)
        {
            return new FailedValue($"the text is not JSON: {exception.Message}");
        }
    }

    private static PolicyValue ToInteger(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments[0] is not TextValue text) return arguments[0];
        return long.TryParse(text.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? new IntegerValue(value)
            : new FailedValue($"'{text.Value}' is not an integer");
    }

    private static PolicyValue ToFloat(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments[0] is not TextValue text) return new FloatValue(ValueKinds.Float(arguments[0]));
        return double.TryParse(text.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new FloatValue(value)
            : new FailedValue($"'{text.Value}' is not a number");
    }

    private static PolicyValue ToBoolean(ImmutableArray<PolicyValue> arguments) => arguments[0] switch
    {
        TextValue text => bool.TryParse(text.Value, out var value) ? BooleanValue.Of(value) : new FailedValue($"'{text.Value}' is neither 'true' nor 'false'"),
        IntegerValue number => BooleanValue.Of(number.Value != 0),
        FloatValue number => BooleanValue.Of(number.Value != 0),
        var value => value,
    };
}

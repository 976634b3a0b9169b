using System.Collections.Immutable;
using System.Globalization;
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
        new("json", [Text], arguments => JsonText.Read(ValueKinds.Text(arguments[0]), "json")),
    ];

    private static PolicyValue ToInteger(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments[0] is not TextValue text) return arguments[0];
        return long.TryParse(text.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? new IntegerValue(value)
            : new FailedValue($"int() takes an integer of 64 bits in decimal digits as argument 1, not {ValueDescription.Of(text)}");
    }

    private static PolicyValue ToFloat(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments[0] is not TextValue text) return new FloatValue(ValueKinds.Float(arguments[0]));
        return double.TryParse(text.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new FloatValue(value)
            : new FailedValue($"float() takes a number such as '1.5' as argument 1, not {ValueDescription.Of(text)}");
    }

    private static PolicyValue ToBoolean(ImmutableArray<PolicyValue> arguments) => arguments[0] switch
    {
        TextValue text => bool.TryParse(text.Value, out var value) ? BooleanValue.Of(value) : new FailedValue($"bool() takes 'true' or 'false' as argument 1, not {ValueDescription.Of(text)}"),
        IntegerValue number => BooleanValue.Of(number.Value != 0),
        FloatValue number => BooleanValue.Of(number.Value != 0),
        var value => value,
    };
}

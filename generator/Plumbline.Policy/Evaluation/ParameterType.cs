using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The types that parameters are declared with.</summary>
public static class ParameterType
{
    /// <summary>Whether a value is of a declared type (any case). Nothing is coerced, but an integer is a float.</summary>
    public static bool Accepts(string type, PolicyValue value) => type.ToUpperInvariant() switch
    {
        "STRING" => value is TextValue,
        "ARRAY" => value is ArrayValue,
        "OBJECT" => value is ObjectValue,
        "BOOLEAN" => value is BooleanValue,
        "INTEGER" => value is IntegerValue,
        "FLOAT" => value is IntegerValue or FloatValue,
        "DATETIME" => value is TextValue text && DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        _ => false,
    };
}

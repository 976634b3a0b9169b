using System.Globalization;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>What is known of a value before it is evaluated.</summary>
internal static class LiteralValues
{
    /// <summary>Whether the value is an expression.</summary>
    public static bool IsExpression(PolicyValue? value) => value is TextValue text && TemplateText.IsExpression(text.Value);

    /// <summary>Whether the value holds no expression at any depth.</summary>
    public static bool IsLiteral(PolicyValue value) => value switch
    {
        ArrayValue list => list.Items.All(IsLiteral),
        ObjectValue item => item.Properties.All(property => IsLiteral(property.Value)),
        _ => !IsExpression(value),
    };

    /// <summary>The number that the value is, or that its text says; null for any other.</summary>
    public static double? Number(PolicyValue value) => value switch
    {
        IntegerValue number => number.Value,
        FloatValue number => number.Value,
        TextValue text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}

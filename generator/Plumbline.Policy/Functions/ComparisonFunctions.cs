using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Comparison functions. They are strict where the operators of the same names coerce and ignore case.</summary>
internal static class ComparisonFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("equals", [Any, Any], arguments => BooleanValue.Of(AreEqual(arguments[0], arguments[1]))),
        new("less", [Text | Number, Text | Number], arguments => Compare("less", arguments, order => order < 0)),
        new("lessOrEquals", [Text | Number, Text | Number], arguments => Compare("lessOrEquals", arguments, order => order <= 0)),
        new("greater", [Text | Number, Text | Number], arguments => Compare("greater", arguments, order => order > 0)),
        new("greaterOrEquals", [Text | Number, Text | Number], arguments => Compare("greaterOrEquals", arguments, order => order >= 0)),
    ];

    // Numbers at the top level compare by value; inside arrays and objects 1 and 1.0 differ.
    private static bool AreEqual(PolicyValue left, PolicyValue right) =>
        ValueKinds.IsNumber(left) && ValueKinds.IsNumber(right) ? NumberOrder.Compare(left, right) == 0 : DeepEquality.Comparer.Equals(left, right);

    private static PolicyValue Compare(string name, ImmutableArray<PolicyValue> arguments, Func<int, bool> holds) => (arguments[0], arguments[1]) switch
    {
        (TextValue left, TextValue right) => BooleanValue.Of(holds(CultureInfo.InvariantCulture.CompareInfo.Compare(left.Value, right.Value))),
        (TextValue, _) or (_, TextValue) => new FailedValue(
            $"{name}() compares two strings or two numbers, not argument 1, {ValueDescription.Of(arguments[0])}, with argument 2, {ValueDescription.Of(arguments[1])}"),
        var (left, right) => BooleanValue.Of(holds(NumberOrder.Compare(left, right))),
    };
}

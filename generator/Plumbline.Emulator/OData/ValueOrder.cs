using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A total order over field values: missing and null first, then booleans, numbers, texts (ignoring case), and the rest as it comes.</summary>
internal sealed class ValueOrder : IComparer<PolicyValue>
{
    private ValueOrder()
    {
    }

    /// <summary>The only instance.</summary>
    public static ValueOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(PolicyValue? x, PolicyValue? y) => (x, y) switch
    {
        (TextValue left, TextValue right) => string.Compare(left.Value, right.Value, StringComparison.OrdinalIgnoreCase),
        (BooleanValue left, BooleanValue right) => left.Value.CompareTo(right.Value),
        (IntegerValue left, IntegerValue right) => left.Value.CompareTo(right.Value),
        (IntegerValue or FloatValue, IntegerValue or FloatValue) => Number(x).CompareTo(Number(y)),
        _ => Rank(x).CompareTo(Rank(y)),
    };

    /// <summary>Whether two values are the same to an expression: texts without regard to case, numbers by value, and what is missing is null.</summary>
    public static bool AreEqual(PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (TextValue one, TextValue other) => string.Equals(one.Value, other.Value, StringComparison.OrdinalIgnoreCase),
        (UndefinedValue or NullValue, UndefinedValue or NullValue) => true,
        (IntegerValue or FloatValue, IntegerValue or FloatValue) => Instance.Compare(left, right) == 0,
        _ => left.Equals(right),
    };

    /// <summary>The value of a number; 0 for anything else.</summary>
    public static double Number(PolicyValue? value) => value switch
    {
        IntegerValue number => number.Value,
        FloatValue number => number.Value,
        _ => 0,
    };

    private static int Rank(PolicyValue? value) => value switch
    {
        BooleanValue => 1,
        IntegerValue or FloatValue => 2,
        TextValue => 3,
        ArrayValue or ObjectValue => 4,
        _ => 0,
    };
}

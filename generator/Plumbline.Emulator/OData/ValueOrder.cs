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
        (BooleanValue left, BooleanValue right) => left.Value.CompareTo(right.Value),
        (IntegerValue left, IntegerValue right) => left.Value.CompareTo(right.Value),
        (TextValue left, TextValue right) => string.Compare(left.Value, right.Value, StringComparison.OrdinalIgnoreCase),
        _ => Rank(x).CompareTo(Rank(y)),
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

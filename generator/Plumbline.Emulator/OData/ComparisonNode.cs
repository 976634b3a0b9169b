using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>The six comparisons of OData.</summary>
internal enum ComparisonOperator
{
    /// <summary><c>eq</c>.</summary>
    Equal,

    /// <summary><c>ne</c>.</summary>
    NotEqual,

    /// <summary><c>lt</c>.</summary>
    Less,

    /// <summary><c>le</c>.</summary>
    LessOrEqual,

    /// <summary><c>gt</c>.</summary>
    Greater,

    /// <summary><c>ge</c>.</summary>
    GreaterOrEqual,
}

/// <summary><c>left eq right</c> and its like. Texts compare without regard to case, as ids do; an order with null never holds.</summary>
internal sealed record ComparisonNode(FilterNode Left, ComparisonOperator Operator, FilterNode Right) : FilterNode(ODataType.Truth)
{
    private readonly bool areInstants = Left.Type == ODataType.Instant || Right.Type == ODataType.Instant;

    /// <inheritdoc/>
    public override PolicyValue Evaluate(ODataRow row) => BooleanValue.Of(Holds(Left.Evaluate(row), Right.Evaluate(row)));

    /// <summary>Whether values of the two types can be compared at all.</summary>
    public static bool CanCompare(ODataType left, ODataType right, ComparisonOperator comparison)
    {
        if (left == ODataType.Nothing || right == ODataType.Nothing) return comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        if (left is ODataType.List or ODataType.Complex || right is ODataType.List or ODataType.Complex) return false;
        return left == ODataType.Any || right == ODataType.Any || left == right;
    }

    private bool Holds(PolicyValue left, PolicyValue right)
    {
        if (Operator == ComparisonOperator.Equal) return AreEqual(left, right);
        if (Operator == ComparisonOperator.NotEqual) return !AreEqual(left, right);
        if (Order(left, right) is not { } order) return false;
        return Operator switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private bool AreEqual(PolicyValue left, PolicyValue right) =>
        areInstants && ODataInstant.Of(left) is { } one && ODataInstant.Of(right) is { } other ? one == other : ValueOrder.AreEqual(left, right);

    // Only values of one kind have an order.
    private int? Order(PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (TextValue, TextValue) when areInstants => ODataInstant.Of(left) is { } one && ODataInstant.Of(right) is { } other ? one.CompareTo(other) : null,
        (TextValue, TextValue) or (BooleanValue, BooleanValue) or (IntegerValue or FloatValue, IntegerValue or FloatValue) => ValueOrder.Instance.Compare(left, right),
        _ => null,
    };
}

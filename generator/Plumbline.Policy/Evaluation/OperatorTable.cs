using System.Globalization;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The 19 operators on values that are there, null, or missing.</summary>
/// <remarks>Every negated operator is the exact negation of its positive form; what is missing or null decides only in the positive one.</remarks>
public static class OperatorTable
{
    /// <summary>Whether <paramref name="left"/> satisfies the operator with the operand <paramref name="right"/>.</summary>
    public static bool Holds(Operator used, PolicyValue left, PolicyValue right) => used switch
    {
        Operator.Equals => IsEqual(left, right),
        Operator.NotEquals => !IsEqual(left, right),
        Operator.Greater => Order(left, right) > 0,
        Operator.GreaterOrEquals => Order(left, right) >= 0,
        Operator.Less => Order(left, right) < 0,
        Operator.LessOrEquals => Order(left, right) <= 0,
        Operator.Exists => left is not (NullValue or UndefinedValue) == ExpectsExistence(right),
        Operator.In => IsIn(left, right),
        Operator.NotIn => !IsIn(left, right),
        Operator.Like => IsLike(left, right),
        Operator.NotLike => !IsLike(left, right),
        Operator.Match => IsMatch(left, right, ignoreCase: false),
        Operator.NotMatch => !IsMatch(left, right, ignoreCase: false),
        Operator.MatchInsensitively => IsMatch(left, right, ignoreCase: true),
        Operator.NotMatchInsensitively => !IsMatch(left, right, ignoreCase: true),
        Operator.Contains => Contains(left, right),
        Operator.NotContains => !Contains(left, right),
        Operator.ContainsKey => ContainsKey(left, right),
        Operator.NotContainsKey => !ContainsKey(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(used), used, "Not an operator."),
    };

    /// <summary>Whether a <c>value</c> that is null reads as an empty string: so for text operators, not for order, existence and keys.</summary>
    public static bool ReadsNullAsEmpty(Operator used) => used is
        Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn or Operator.Like or Operator.NotLike
        or Operator.Contains or Operator.NotContains
        or Operator.Match or Operator.NotMatch or Operator.MatchInsensitively or Operator.NotMatchInsensitively;

    private static bool IsEqual(PolicyValue left, PolicyValue right) =>
        left is UndefinedValue ? right is NullValue : AreEqual(left, right);

    // Text meets numbers and booleans by coercion; null equals the empty string; everything else is strict, numbers by value.
    private static bool AreEqual(PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (UndefinedValue, _) or (_, UndefinedValue) => false,
        (TextValue first, TextValue second) => TextComparison.AreEqual(first.Value, second.Value),
        (TextValue, NullValue or BooleanValue) => AreEqual(right, left),
        (NullValue, TextValue text) => text.Value.Length == 0,
        (BooleanValue boolean, TextValue text) => string.Equals(text.Value, boolean.Value ? "true" : "false", StringComparison.OrdinalIgnoreCase),
        (IntegerValue or FloatValue or TextValue, IntegerValue or FloatValue or TextValue) =>
            Number(left) is { } first && Number(right) is { } second && NumberOrder.Compare(first, second) == 0,
        (ArrayValue first, ArrayValue second) => HaveSameItems(first, second),
        (ObjectValue first, ObjectValue second) => HaveSameProperties(first, second),
        _ => left.Equals(right),
    };

    // On their own: a lambda's captured values would be allocated for the comparison of numbers and texts too.
    private static bool HaveSameItems(ArrayValue left, ArrayValue right) =>
        left.Items.Length == right.Items.Length && left.Items.Zip(right.Items).All(pair => AreSame(pair.First, pair.Second));

    private static bool HaveSameProperties(ObjectValue left, ObjectValue right) => left.Properties.Length == right.Properties.Length
        && left.Properties.All(property => right.Properties.Any(other => string.Equals(other.Key, property.Key, StringComparison.Ordinal) && AreSame(property.Value, other.Value)));

    // Inside arrays and objects nothing is coerced and case counts.
    private static bool AreSame(PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (IntegerValue or FloatValue, IntegerValue or FloatValue) => NumberOrder.Compare(left, right) == 0,
        (ArrayValue or ObjectValue, ArrayValue or ObjectValue) => AreEqual(left, right),
        _ => left.Equals(right),
    };

    private static int? Order(PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (TextValue first, TextValue second) => TextComparison.Compare(first.Value, second.Value),
        (BooleanValue first, BooleanValue second) => first.Value.CompareTo(second.Value),
        (IntegerValue or FloatValue or TextValue, IntegerValue or FloatValue or TextValue) =>
            Number(left) is { } first && Number(right) is { } second ? NumberOrder.Compare(first, second) : null,
        _ => null,
    };

    private static bool ExpectsExistence(PolicyValue right) => right switch
    {
        BooleanValue expected => expected.Value,
        TextValue text => string.Equals(text.Value, "true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsIn(PolicyValue left, PolicyValue right)
    {
        if (left is NullValue) return false;
        if (right is not ArrayValue array) return IsItem(left, right);
        foreach (var item in array.Items)
        {
            if (IsItem(left, item)) return true;
        }

        return false;
    }

    private static bool IsItem(PolicyValue left, PolicyValue item) => left is UndefinedValue ? item is NullValue : item is not NullValue && AreEqual(left, item);

    private static bool Contains(PolicyValue left, PolicyValue right) => left switch
    {
        TextValue text => Coerced(right) is { } part && TextComparison.Contains(text.Value, part),
        ArrayValue array => HasItem(array, right),
        ObjectValue => ContainsKey(left, right),
        IntegerValue or FloatValue or BooleanValue => right is TextValue part && TextComparison.Contains(Coerced(left) ?? "", part.Value),
        _ => false,
    };

    private static bool HasItem(ArrayValue array, PolicyValue wanted) => array.Items.Any(item => AreEqual(item, wanted));

    private static bool ContainsKey(PolicyValue left, PolicyValue right) => left is ObjectValue item && HasKey(item, right);

    private static bool HasKey(ObjectValue item, PolicyValue wanted) => item.Properties.Any(property => AreEqual(new TextValue(property.Key), wanted));

    private static bool IsLike(PolicyValue left, PolicyValue right) =>
        Coerced(left) is { } text && Coerced(right) is { } pattern && TextComparison.IsLike(text, pattern);

    private static bool IsMatch(PolicyValue left, PolicyValue right, bool ignoreCase) =>
        Coerced(left) is { } text && Coerced(right) is { } pattern && TextComparison.IsMatch(text, pattern, ignoreCase);

    private static string? Coerced(PolicyValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        _ => null,
    };

    private static PolicyValue? Number(PolicyValue value)
    {
        if (value is not TextValue text) return value;
        if (long.TryParse(text.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer)) return new IntegerValue(integer);
        return double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? new FloatValue(number) : null;
    }
}

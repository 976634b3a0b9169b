using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Generation.Compilation;

/// <summary>
/// The meaning of <c>require</c> and <c>where</c>, written a second time and as plainly as possible: the judge of the compiler.
/// Knows texts, integers and booleans. It shares no code with the compiler or the evaluator.
/// </summary>
/// <param name="missingIsViolation">What a missing property means to a strict condition.</param>
/// <param name="read">Gives the value of a field: undefined when it is missing.</param>
internal sealed class StrictInterpreter(bool missingIsViolation, Func<string, PolicyValue> read)
{
    /// <summary>Strict: <c>not</c> is pushed to the leaves first; a leaf on a missing field is what <c>whenMissing</c> says.</summary>
    public bool Satisfies(Condition condition, bool negated = false) => condition switch
    {
        NotCondition not => Satisfies(not.Operand, !negated),
        AllOfCondition all => negated ? all.Operands.Any(operand => Satisfies(operand, negated)) : all.Operands.All(operand => Satisfies(operand, negated)),
        AnyOfCondition any => negated ? any.Operands.All(operand => Satisfies(operand, negated)) : any.Operands.Any(operand => Satisfies(operand, negated)),
        LeafCondition { Subject: FieldSubject field } leaf => Leaf(leaf, field.Field, negated),
        _ => throw new ArgumentException("Not in the vocabulary.", nameof(condition)),
    };

    /// <summary>Plain: a leaf on a missing field is what the operator makes of it.</summary>
    public bool Selects(Condition condition) => condition switch
    {
        NotCondition not => !Selects(not.Operand),
        AllOfCondition all => all.Operands.All(Selects),
        AnyOfCondition any => any.Operands.Any(Selects),
        LeafCondition { Subject: FieldSubject field } leaf => Holds(leaf.Operator, read(field.Field), leaf.Operand.Literal),
        _ => throw new ArgumentException("Not in the vocabulary.", nameof(condition)),
    };

    private bool Leaf(LeafCondition leaf, string field, bool negated)
    {
        var value = read(field);
        var isDecided = leaf.Operator != Operator.Exists && field != "[*]";
        if (isDecided && value is (NullValue or UndefinedValue)) return !missingIsViolation;
        return Holds(leaf.Operator, value, leaf.Operand.Literal) != negated;
    }

    private static bool Holds(Operator used, PolicyValue value, PolicyValue operand) => used switch
    {
        Operator.Exists => value is not (NullValue or UndefinedValue) == operand is BooleanValue { Value: true },
        Operator.Equals => IsEqual(value, operand),
        Operator.NotEquals => !IsEqual(value, operand),
        Operator.In => IsIn(value, operand),
        Operator.NotIn => !IsIn(value, operand),
        Operator.Contains => Contains(value, operand),
        Operator.NotContains => !Contains(value, operand),
        Operator.Like => IsLike(value, operand),
        Operator.NotLike => !IsLike(value, operand),
        Operator.Greater => Compare(value, operand) > 0,
        Operator.GreaterOrEquals => Compare(value, operand) >= 0,
        Operator.Less => Compare(value, operand) < 0,
        Operator.LessOrEquals => Compare(value, operand) <= 0,
        _ => throw new ArgumentException("Not in the vocabulary.", nameof(used)),
    };

    private static bool IsEqual(PolicyValue value, PolicyValue operand) => (value, operand) switch
    {
        // A missing property reads as null, and null equals ''.
        (UndefinedValue or NullValue or TextValue { Value: "" }, NullValue or TextValue { Value: "" }) => true,
        (UndefinedValue or NullValue, _) or (_, NullValue) => false,
        (BooleanValue or TextValue, BooleanValue or TextValue) => string.Equals(Text(value), Text(operand), StringComparison.OrdinalIgnoreCase),
        (BooleanValue, _) or (_, BooleanValue) => false,
        _ => long.TryParse(Text(value), out var left) && long.TryParse(Text(operand), out var right) && left == right,
    };

    private static bool IsIn(PolicyValue value, PolicyValue operand) =>
        value is not (NullValue or UndefinedValue) && operand is ArrayValue list && list.Items.Any(item => IsEqual(value, item));

    private static bool Contains(PolicyValue value, PolicyValue operand) => value switch
    {
        TextValue => Text(value).Contains(Text(operand), StringComparison.OrdinalIgnoreCase),
        IntegerValue or BooleanValue => operand is TextValue && Text(value).Contains(Text(operand), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // The only patterns in use are "*", and a text with one "*" at its end.
    private static bool IsLike(PolicyValue value, PolicyValue operand) =>
        value is not (NullValue or UndefinedValue) && Text(value).StartsWith(Text(operand).TrimEnd('*'), StringComparison.OrdinalIgnoreCase);

    // Null when the two cannot be compared.
    private static int? Compare(PolicyValue value, PolicyValue operand) => (value, operand) switch
    {
        (BooleanValue left, BooleanValue right) => left.Value.CompareTo(right.Value),
        (TextValue, TextValue) => string.Compare(Text(value), Text(operand), StringComparison.OrdinalIgnoreCase),
        (IntegerValue or TextValue, IntegerValue or TextValue) => long.TryParse(Text(value), out var left) && long.TryParse(Text(operand), out var right) ? left.CompareTo(right) : null,
        _ => null,
    };

    private static string Text(PolicyValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        _ => throw new ArgumentException("Not in the vocabulary.", nameof(value)),
    };
}

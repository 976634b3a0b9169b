using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Compilation;

/// <summary>Negates conditions without <c>not</c> around them, wherever an operator says the same exactly.</summary>
internal static class Negation
{
    /// <summary>The condition with every <c>not</c> pushed to the leaves; negated as a whole when <paramref name="negate"/>.</summary>
    public static Condition Push(Condition condition, FieldScope scope, bool negate = false) => condition switch
    {
        AllOfCondition all => Quantified(!negate, [.. all.Operands.Select(operand => Push(operand, scope, negate))]),
        AnyOfCondition any => Quantified(negate, [.. any.Operands.Select(operand => Push(operand, scope, negate))]),
        NotCondition not => Push(not.Operand, scope, !negate),
        LeafCondition leaf => negate ? OfLeaf(Clean(leaf, scope), scope) : Clean(leaf, scope),
        _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
    };

    /// <summary>The exact negation of a leaf, or of <c>not</c> around a leaf.</summary>
    public static Condition OfLiteral(Condition literal, FieldScope scope) => literal switch
    {
        NotCondition not => not.Operand,
        LeafCondition leaf => OfLeaf(leaf, scope),
        _ => throw new ArgumentException("Only leaves are literals.", nameof(literal)),
    };

    private static Condition Quantified(bool isAll, System.Collections.Immutable.ImmutableArray<Condition> operands) =>
        isAll ? new AllOfCondition(operands) : new AnyOfCondition(operands);

    private static Condition OfLeaf(LeafCondition leaf, FieldScope scope) => leaf.Subject switch
    {
        // For an array, a condition means all members, and so does its complement: only 'not' negates it.
        FieldSubject field when !scope.IsSingle(field.Field) => new NotCondition(leaf),
        _ when leaf.Operator == Operator.Exists => OfExists(leaf),
        _ when Complement(leaf.Operator) is { } complement => leaf with { Operator = complement },
        FieldCountSubject or ValueCountSubject when leaf.Operand.Literal is IntegerValue => leaf with { Operator = Reverse(leaf.Operator) },
        _ => new NotCondition(leaf),
    };

    private static Condition OfExists(LeafCondition leaf) => leaf.Operand.Literal switch
    {
        BooleanValue expected => leaf with { Operand = new Operand(new BooleanValue(!expected.Value)) },
        TextValue { Value: var text } when bool.TryParse(text, out var expected) => leaf with { Operand = new Operand(new BooleanValue(!expected)) },
        _ => new NotCondition(leaf),
    };

    // Ordering is not here: values that cannot be compared satisfy neither 'greater' nor 'lessOrEquals'.
    private static Operator? Complement(Operator value) => value switch
    {
        Operator.Equals => Operator.NotEquals,
        Operator.NotEquals => Operator.Equals,
        Operator.In => Operator.NotIn,
        Operator.NotIn => Operator.In,
        Operator.Like => Operator.NotLike,
        Operator.NotLike => Operator.Like,
        Operator.Match => Operator.NotMatch,
        Operator.NotMatch => Operator.Match,
        Operator.MatchInsensitively => Operator.NotMatchInsensitively,
        Operator.NotMatchInsensitively => Operator.MatchInsensitively,
        Operator.Contains => Operator.NotContains,
        Operator.NotContains => Operator.Contains,
        Operator.ContainsKey => Operator.NotContainsKey,
        Operator.NotContainsKey => Operator.ContainsKey,
        _ => null,
    };

    // A count is always an integer, so against an integer the four ordering operators are complements.
    private static Operator Reverse(Operator value) => value switch
    {
        Operator.Greater => Operator.LessOrEquals,
        Operator.LessOrEquals => Operator.Greater,
        Operator.Less => Operator.GreaterOrEquals,
        _ => Operator.Less,
    };

    // Conditions inside a count are negated where they stand.
    private static LeafCondition Clean(LeafCondition leaf, FieldScope scope) => leaf.Subject switch
    {
        FieldCountSubject { Where: { } where } count => leaf with { Subject = count with { Where = Push(where, scope.Within(count.Field)) } },
        ValueCountSubject { Where: { } where } count => leaf with { Subject = count with { Where = Push(where, scope) } },
        _ => leaf,
    };
}

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
        _ when OperatorComplements.Exact(leaf.Operator) is { } complement => leaf with { Operator = complement },

        // A count is always an integer, so against an integer the four ordering operators are complements.
        FieldCountSubject or ValueCountSubject when leaf.Operand.Literal is IntegerValue => leaf with { Operator = OperatorComplements.OfOrder(leaf.Operator) },
        _ => new NotCondition(leaf),
    };

    private static Condition OfExists(LeafCondition leaf) => leaf.Operand.Literal switch
    {
        BooleanValue expected => leaf with { Operand = new Operand(new BooleanValue(!expected.Value)) },
        TextValue { Value: var text } when bool.TryParse(text, out var expected) => leaf with { Operand = new Operand(new BooleanValue(!expected)) },
        _ => new NotCondition(leaf),
    };

    // Conditions inside a count are negated where they stand.
    private static LeafCondition Clean(LeafCondition leaf, FieldScope scope) => leaf.Subject switch
    {
        FieldCountSubject { Where: { } where } count => leaf with { Subject = count with { Where = Push(where, scope.Within(count.Field)) } },
        ValueCountSubject { Where: { } where } count => leaf with { Subject = count with { Where = Push(where, scope) } },
        _ => leaf,
    };
}

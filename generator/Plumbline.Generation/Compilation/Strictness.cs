using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Compilation;

/// <summary>Gives <c>require</c> its strict meaning: what a condition says of a missing (or null) property is decided, not left to the operator.</summary>
/// <param name="MissingIsViolation">Whether a missing property violates the requirement (else it satisfies it).</param>
internal sealed record Strictness(bool MissingIsViolation)
{
    /// <summary>When <paramref name="require"/> is satisfied.</summary>
    public Condition Satisfied(Condition require, FieldScope scope) => Decide(Negation.Push(require, scope), scope, isViolation: false);

    // INVARIANT: the exact complement of Satisfied, by De Morgan over conditions whose 'not's stand at the leaves.
    /// <summary>When <paramref name="require"/> is violated.</summary>
    public Condition Violated(Condition require, FieldScope scope) => Decide(Negation.Push(require, scope), scope, isViolation: true);

    private Condition Decide(Condition condition, FieldScope scope, bool isViolation) => condition switch
    {
        AllOfCondition all when isViolation => new AnyOfCondition([.. all.Operands.Select(operand => Decide(operand, scope, isViolation))]),
        AllOfCondition all => new AllOfCondition([.. all.Operands.Select(operand => Decide(operand, scope, isViolation))]),
        AnyOfCondition any when isViolation => new AllOfCondition([.. any.Operands.Select(operand => Decide(operand, scope, isViolation))]),
        AnyOfCondition any => new AnyOfCondition([.. any.Operands.Select(operand => Decide(operand, scope, isViolation))]),
        _ => WithMissing(isViolation ? Negation.OfLiteral(condition, scope) : condition, scope, valueWhenMissing: isViolation == MissingIsViolation),
    };

    private static Condition WithMissing(Condition literal, FieldScope scope, bool valueWhenMissing)
    {
        if (Leaf(literal) is not { Subject: FieldSubject field, Operator: not Operator.Exists }) return literal;
        if (!scope.IsSingle(field.Field) || scope.IsAlwaysPresent(field.Field)) return literal;
        var exists = new LeafCondition(field, Operator.Exists, new Operand(new BooleanValue(!valueWhenMissing)));
        return valueWhenMissing ? new AnyOfCondition([exists, literal]) : new AllOfCondition([exists, literal]);
    }

    private static LeafCondition? Leaf(Condition literal) => (literal is NotCondition not ? not.Operand : literal) as LeafCondition;
}

using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Compilation;

/// <summary>Makes a condition as short as a reviewer would write it, without changing what it says of any resource.</summary>
internal static class Simplifier
{
    /// <summary>Flattens equal quantifiers in each other, unwraps single operands, and drops <c>exists</c> where another operand says as much.</summary>
    public static Condition Simplify(Condition condition, FieldScope scope) => condition switch
    {
        AllOfCondition all => Quantifier(all.Operands, scope, isAll: true),
        AnyOfCondition any => Quantifier(any.Operands, scope, isAll: false),
        NotCondition not => new NotCondition(Simplify(not.Operand, scope)),
        LeafCondition leaf => new LeafCondition(Simplify(leaf.Subject, scope), leaf.Operator, leaf.Operand),
        _ => condition,
    };

    private static Subject Simplify(Subject subject, FieldScope scope) => subject switch
    {
        FieldCountSubject { Where: { } where } count => count with { Where = Simplify(where, scope.Within(count.Field)) },
        ValueCountSubject { Where: { } where } count => count with { Where = Simplify(where, scope) },
        _ => subject,
    };

    private static Condition Quantifier(ImmutableArray<Condition> operands, FieldScope scope, bool isAll)
    {
        var flat = operands
            .Select(operand => Simplify(operand, scope))
            .SelectMany(operand => Flattened(operand, isAll))
            .ToImmutableArray();
        var kept = flat.Where((operand, index) => !IsRedundant(operand, index, flat, scope, isAll)).ToImmutableArray();
        if (kept.Length == 1) return kept[0];
        return isAll ? new AllOfCondition(kept) : new AnyOfCondition(kept);
    }

    private static ImmutableArray<Condition> Flattened(Condition operand, bool isAll) => operand switch
    {
        AllOfCondition all when isAll => all.Operands,
        AnyOfCondition any when !isAll => any.Operands,
        _ => [operand],
    };

    // In 'anyOf', "F is missing" adds nothing beside a condition that a missing F satisfies;
    // in 'allOf', "F exists" adds nothing beside one that a missing F does not satisfy.
    private static bool IsRedundant(Condition operand, int index, ImmutableArray<Condition> siblings, FieldScope scope, bool isAll)
    {
        if (Existence(operand) is not var (field, expected) || expected != isAll || !scope.IsSingle(field)) return false;
        return siblings.Take(index).Any(earlier => Existence(earlier) == (field, expected))
            || siblings.Any(other => IsDecidedWhenMissing(other, field, value: !isAll));
    }

    private static (string Field, bool Expected)? Existence(Condition condition) =>
        condition is LeafCondition { Subject: FieldSubject field, Operator: Operator.Exists, Operand.Literal: BooleanValue expected }
            ? (field.Field, expected.Value)
            : null;

    private static bool IsDecidedWhenMissing(Condition literal, string field, bool value)
    {
        var isNegated = literal is NotCondition;
        var leaf = (literal is NotCondition not ? not.Operand : literal) as LeafCondition;
        return leaf?.Subject is FieldSubject subject
            && string.Equals(subject.Field, field, StringComparison.OrdinalIgnoreCase)
            && MissingValues.Of(leaf.Operator, leaf.Operand.Literal) is { } known
            && known != isNegated == value;
    }
}

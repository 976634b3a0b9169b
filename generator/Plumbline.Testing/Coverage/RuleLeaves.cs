using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Coverage;

/// <summary>Finds the leaf conditions of a definition.</summary>
internal static class RuleLeaves
{
    /// <summary>Every leaf of <c>if</c> and of the existence condition, those of counts after their count, in the order of the text.</summary>
    public static ImmutableArray<LeafCondition> Of(PolicyDefinition definition) =>
        [.. In(definition.If), .. definition.Then.ExistenceCondition is { } existence ? In(existence) : []];

    /// <summary>The leaves below a condition.</summary>
    public static IEnumerable<LeafCondition> In(Condition condition) => condition switch
    {
        AllOfCondition node => node.Operands.SelectMany(In),
        AnyOfCondition node => node.Operands.SelectMany(In),
        NotCondition node => In(node.Operand),
        LeafCondition leaf => [leaf, .. Where(leaf.Subject) is { } where ? In(where) : []],
        _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
    };

    /// <summary>The condition on the members of a count, or null.</summary>
    public static Condition? Where(Subject subject) => subject switch
    {
        FieldCountSubject count => count.Where,
        ValueCountSubject count => count.Where,
        _ => null,
    };
}

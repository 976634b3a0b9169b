using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Testing.Coverage;

namespace Plumbline.Testing.Mutation;

/// <summary>Makes all single changes of a condition: a mistake that an author could have made, each.</summary>
/// <param name="leaves">Changes leaves.</param>
internal sealed class ConditionChanges(LeafChanges leaves)
{
    /// <summary>The changes, those of a node before those of its operands.</summary>
    public IEnumerable<ConditionChange> Of(Condition node) => node switch
    {
        AllOfCondition all => OfJunction(all, all.Operands, operands => all with { Operands = operands }, "allOf", new AnyOfCondition(all.Operands, all.Location), "anyOf"),
        AnyOfCondition any => OfJunction(any, any.Operands, operands => any with { Operands = operands }, "anyOf", new AllOfCondition(any.Operands, any.Location), "allOf"),
        NotCondition not =>
        [
            new ConditionChange(not.Operand, not, "'not' dropped"),
            .. Of(not.Operand).Select(change => change with { Result = not with { Operand = change.Result } }),
        ],
        LeafCondition leaf => OfLeaf(leaf),
        _ => throw new ArgumentException($"Unknown condition '{node.GetType().Name}'.", nameof(node)),
    };

    private IEnumerable<ConditionChange> OfJunction(
        Condition node, ImmutableArray<Condition> operands, Func<ImmutableArray<Condition>, Condition> with, string name, Condition swapped, string other)
    {
        if (operands.Length > 1) yield return new ConditionChange(swapped, node, $"'{name}' becomes '{other}'");
        yield return new ConditionChange(new NotCondition(node), node, "'not' added");
        for (var i = 0; operands.Length > 1 && i < operands.Length; i++)
            yield return new ConditionChange(with(operands.RemoveAt(i)), operands[i], $"condition dropped: {Describe(operands[i])}");
        for (var i = 0; i < operands.Length; i++)
        {
            foreach (var change in Of(operands[i])) yield return change with { Result = with(operands.SetItem(i, change.Result)) };
        }
    }

    private IEnumerable<ConditionChange> OfLeaf(LeafCondition leaf)
    {
        foreach (var (changed, text) in leaves.Of(leaf)) yield return new ConditionChange(changed, leaf, text);
        yield return new ConditionChange(new NotCondition(leaf), leaf, "'not' added");
        if (RuleLeaves.Where(leaf.Subject) is not { } where) yield break;
        yield return new ConditionChange(WithWhere(leaf, null), leaf, "'where' dropped");
        foreach (var change in Of(where)) yield return change with { Result = WithWhere(leaf, change.Result) };
    }

    private static LeafCondition WithWhere(LeafCondition leaf, Condition? where) => leaf with
    {
        Subject = leaf.Subject switch
        {
            FieldCountSubject count => count with { Where = where },
            ValueCountSubject count => count with { Where = where },
            var other => other,
        },
    };

    private static string Describe(Condition condition) => condition switch
    {
        LeafCondition leaf => ConditionText.Of(leaf),
        AllOfCondition => "allOf",
        AnyOfCondition => "anyOf",
        _ => "not",
    };
}

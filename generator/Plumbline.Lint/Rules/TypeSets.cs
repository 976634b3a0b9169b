using System.Collections.Immutable;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Which resource types a condition lets through, as far as it says so in plain words.</summary>
internal static class TypeSets
{
    private const int Shown = 3;

    /// <summary>The only types of which the condition can hold; null when it says nothing of types, or too little.</summary>
    public static ImmutableHashSet<string>? Of(ConditionSite site) => site.Condition switch
    {
        LeafCondition leaf => site.IsOnType ? OfLeaf(leaf) : null,
        AllOfCondition => site.Children.Select(Of).OfType<ImmutableHashSet<string>>().Aggregate((ImmutableHashSet<string>?)null, (all, next) => all?.Intersect(next) ?? next),
        AnyOfCondition => OfBranches([.. site.Children.Select(Of)]),
        _ => null,
    };

    /// <summary>What the conditions beside this one, and beside those around it, let through: one set for each that says so.</summary>
    public static IEnumerable<ImmutableHashSet<string>> Around(ConditionSite? site)
    {
        var inner = site;
        foreach (var outer in (site?.Ancestors ?? []).TakeWhile(ancestor => ancestor.Leaf is null))
        {
            if (outer is { Condition: AllOfCondition, IsNegated: false })
            {
                foreach (var types in outer.Children.Where(child => child != inner).Select(Of).OfType<ImmutableHashSet<string>>()) yield return types;
            }

            inner = outer;
        }
    }

    /// <summary>The first condition of an <c>allOf</c> that leaves no type which those before it let through; null for none.</summary>
    public static ConditionSite? FirstContradiction(ConditionSite allOf)
    {
        if (allOf is not { Condition: AllOfCondition, IsNegated: false, Counts: 0 }) return null;
        ImmutableHashSet<string>? left = null;
        foreach (var child in allOf.Children)
        {
            if (Of(child) is not { Count: > 0 } types) continue;
            left = left?.Intersect(types) ?? types;
            if (left.IsEmpty) return child;
        }

        return null;
    }

    /// <summary>The types for people, the first few by name.</summary>
    public static string Describe(ImmutableHashSet<string> types)
    {
        var names = types.Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? ", ..." : "");
    }

    private static ImmutableHashSet<string>? OfBranches(ImmutableArray<ImmutableHashSet<string>?> branches) =>
        branches.IsEmpty || branches.Contains(null) ? null : branches.OfType<ImmutableHashSet<string>>().Aggregate((all, next) => all.Union(next));

    private static ImmutableHashSet<string>? OfLeaf(LeafCondition leaf)
    {
        var values = leaf switch
        {
            { Operator: Operator.Equals, Operand.Literal: TextValue one } => ImmutableArray.Create<PolicyValue>(one),
            { Operator: Operator.In, Operand.Literal: ArrayValue list } => list.Items,
            _ => [],
        };
        var names = values.OfType<TextValue>().Select(value => value.Value).Where(name => !TemplateText.IsExpression(name)).ToList();
        return names.Count > 0 && names.Count == values.Length ? names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase) : null;
    }
}

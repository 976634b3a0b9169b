using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Mutation;

/// <summary>
/// Conditions in a form that conditions of the same meaning share, as far as it shows: negations at the leaves, junctions flat and sorted, operators in one
/// spelling, conditions left out that others imply.
/// </summary>
internal static class NormalForm
{
    /// <summary>The form. Equal forms mean the same; different ones may, too.</summary>
    public static string Of(Condition condition) => Of(condition, isNegated: false, counted: null);

    internal static string Of(Condition condition, bool isNegated, string? counted) => condition switch
    {
        NotCondition not => Of(not.Operand, !isNegated, counted),
        AllOfCondition all => Junction(all.Operands, isAll: !isNegated, isNegated, counted),
        AnyOfCondition any => Junction(any.Operands, isAll: isNegated, isNegated, counted),
        LeafCondition leaf => NormalLeaf.Of(leaf, isNegated, counted),
        _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
    };

    private static string Junction(ImmutableArray<Condition> operands, bool isAll, bool isNegated, string? counted)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var operand in operands) parts.UnionWith(Flat(Of(operand, isNegated, counted), isAll));
        if (parts.Contains(isAll ? NormalLeaf.False : NormalLeaf.True)) return isAll ? NormalLeaf.False : NormalLeaf.True;
        parts.Remove(isAll ? NormalLeaf.True : NormalLeaf.False);
        foreach (var part in parts.ToList()) parts.ExceptWith(NormalLeaf.Implied(part, isAll, counted));
        return parts.Count switch
        {
            0 => isAll ? NormalLeaf.True : NormalLeaf.False,
            1 => parts.First(),
            _ => $"{(isAll ? "all" : "any")}\u0001{string.Join('\u0002', parts.Select(Nested))}",
        };
    }

    // The separators of an inner junction must not be taken for those of the outer one.
    private static string Nested(string part) => part.Contains('\u0001', StringComparison.Ordinal) ? $"({part.Replace('\u0001', '\u0003').Replace('\u0002', '\u0004')})" : part;

    private static string[] Flat(string part, bool isAll)
    {
        var mark = isAll ? "all\u0001" : "any\u0001";
        return part.StartsWith(mark, StringComparison.Ordinal) ? part[mark.Length..].Split('\u0002') : [part];
    }
}

using Plumbline.Lint.Documents;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Two conditions on one field, side by side, that cannot both hold or that hold between them.</summary>
internal static class ConflictingFields
{
    // All pairs are compared.
    private const int MaximumOfOneField = 50;

    /// <summary>Why an <c>allOf</c> never holds, or null.</summary>
    public static string? Contradiction(ConditionSite allOf) => Pairs(allOf)
        .Where(pair => Excludes(pair.First, pair.Second) || Excludes(pair.Second, pair.First))
        .Select(pair => $"two conditions on '{pair.Field}' contradict each other")
        .FirstOrDefault();

    /// <summary>Why an <c>anyOf</c> always holds, or null.</summary>
    public static string? Tautology(ConditionSite anyOf) => Pairs(anyOf)
        .Where(pair => IsOpposite(pair.First, pair.Second))
        .Select(pair => $"of two conditions on '{pair.Field}' one always holds")
        .FirstOrDefault();

    // Members of an array may differ; types have a rule of their own; locations compare without blanks.
    private static IEnumerable<(string Field, LeafCondition First, LeafCondition Second)> Pairs(ConditionSite site) =>
        from same in site.Children.Where(IsOfOneValue).GroupBy(child => child.Field, StringComparer.OrdinalIgnoreCase)
        let leaves = same.Select(child => child.Leaf).OfType<LeafCondition>().ToList()
        from first in leaves.Take(MaximumOfOneField)
        from second in leaves.Take(MaximumOfOneField)
        where !ReferenceEquals(first, second)
        select (same.Key, first, second);

    private static bool IsOfOneValue(ConditionSite site) =>
        site is { Field: { } name, IsOnType: false } && !name.Contains("[*]") && !name.Equals("location", StringComparison.OrdinalIgnoreCase);

    // The first one says what the value is; the second one is false of that value.
    private static bool Excludes(LeafCondition first, LeafCondition second)
    {
        if (!LiteralValues.IsLiteral(second.Operand.Literal)) return false;
        if (first is { Operator: Operator.Exists } && second.Operator == Operator.Exists) return Expects(first) != Expects(second);
        if (first.Operator != Operator.Equals || !IsOneValue(first.Operand.Literal)) return false;
        return second.Operator switch
        {
            Operator.Exists => !Expects(second),
            Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn or Operator.Like or Operator.NotLike =>
                !OperatorTable.Holds(second.Operator, first.Operand.Literal, second.Operand.Literal),
            _ => false,
        };
    }

    private static bool IsOpposite(LeafCondition first, LeafCondition second)
    {
        if (!LiteralValues.IsLiteral(first.Operand.Literal)) return false;
        if (first.Operator == Operator.Exists && second.Operator == Operator.Exists) return Expects(first) != Expects(second);
        return OperatorComplements.Exact(first.Operator) == second.Operator && first.Operand.Equals(second.Operand);
    }

    // A text that is a number or a boolean may equal a value of that type, which equals other texts too.
    private static bool IsOneValue(PolicyValue value) => value is BooleanValue
        || (value is TextValue { Value: { Length: > 0 } text } && LiteralValues.IsLiteral(value) && LiteralValues.Number(value) is null && !bool.TryParse(text, out _));

    private static bool Expects(LeafCondition exists) => OperatorTable.Holds(Operator.Exists, new TextValue("x"), exists.Operand.Literal);
}

using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Fields that a quantifier compares with one value after another.</summary>
internal static class RepeatedComparisons
{
    /// <summary>The fields, each once, that two or more of the operands compare by an operator with what a list can hold.</summary>
    public static IEnumerable<(string Field, int Count)> In(IEnumerable<Condition> operands, Operator used, Func<string, bool> isFieldMeant) => operands
        .OfType<LeafCondition>()
        .Where(leaf => leaf.Operator == used && leaf.Operand.Literal is not (NullValue or ArrayValue or ObjectValue))
        .Select(leaf => (leaf.Subject as FieldSubject)?.Field)
        .OfType<string>()
        .Where(isFieldMeant)
        .GroupBy(field => field, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() >= 2)
        .Select(group => (group.Key, group.Count()));
}

using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Compilation;

/// <summary>What a condition on a missing property gives.</summary>
internal static class MissingValues
{
    /// <summary>The result of the operator on a missing property; null when that depends on whether it reads as null, as '' or as nothing.</summary>
    /// <remarks>An array parameter is taken to hold no null: nobody can mean one, and Azure's own definitions rely on it.</remarks>
    public static bool? Of(Operator value, PolicyValue operand) => value switch
    {
        Operator.Equals => IsSurelyText(operand) ? false : null,
        Operator.NotEquals => IsSurelyText(operand) ? true : null,
        Operator.In => HoldsNoEmpty(operand) ? false : null,
        Operator.NotIn => HoldsNoEmpty(operand) ? true : null,
        Operator.Exists => null,
        Operator.NotLike or Operator.NotMatch or Operator.NotMatchInsensitively or Operator.NotContains or Operator.NotContainsKey => IsPattern(operand) ? true : null,
        Operator.Greater or Operator.GreaterOrEquals or Operator.Less or Operator.LessOrEquals => false,
        _ => IsPattern(operand) ? false : null,
    };

    // A missing property may equal null or ''; the value of an expression is not known here.
    private static bool IsSurelyText(PolicyValue operand) => operand is not (NullValue or UndefinedValue or TextValue { Value: "" }) && !IsExpression(operand);

    private static bool HoldsNoEmpty(PolicyValue operand) => operand is not ArrayValue array || array.Items.All(IsSurelyText);

    // '' contains '' and matches '*'.
    private static bool IsPattern(PolicyValue operand) => operand is TextValue { Value: not ("" or "*" or "**") };

    private static bool IsExpression(PolicyValue operand) => operand is TextValue { Value: ['[', not '[', .., ']'] or "[]" };
}

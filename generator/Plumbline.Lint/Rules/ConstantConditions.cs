using Plumbline.Lint.Documents;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Conditions whose result is the same for every resource, for a reason that stands in the condition itself.</summary>
internal static class ConstantConditions
{
    /// <summary>The result and why; null when it depends on the resource, or nothing is known.</summary>
    public static (bool Result, string Reason)? ReasonFor(ConditionSite site) => site.Condition switch
    {
        LeafCondition leaf => OfLeaf(leaf),
        AllOfCondition { Operands.IsEmpty: true } => (true, "'allOf' is empty"),
        AnyOfCondition { Operands.IsEmpty: true } => (false, "'anyOf' is empty"),
        AllOfCondition => ConflictingFields.Contradiction(site) is { } contradiction ? (false, contradiction) : null,
        AnyOfCondition => ConflictingFields.Tautology(site) is { } tautology ? (true, tautology) : null,
        _ => null,
    };

    private static (bool Result, string Reason)? OfLeaf(LeafCondition leaf) => leaf switch
    {
        { Operator: Operator.In, Operand.Literal: ArrayValue { Items.IsEmpty: true } } => (false, "the list is empty"),
        { Operator: Operator.NotIn, Operand.Literal: ArrayValue { Items.IsEmpty: true } } => (true, "the list is empty"),
        { Subject: ValueSubject { Value.Literal: var value } } when LiteralValues.IsLiteral(value) && LiteralValues.IsLiteral(leaf.Operand.Literal) =>
            (OperatorTable.Holds(leaf.Operator, value, leaf.Operand.Literal), "it compares two literals"),
        { Subject: FieldCountSubject or ValueCountSubject } when LiteralValues.Number(leaf.Operand.Literal) is { } number && OfCount(leaf.Operator, number) is { } result =>
            (result, "a count is a whole number from 0 on"),
        _ => null,
    };

    private static bool? OfCount(Operator used, double number) => used switch
    {
        Operator.Less when number <= 0 => false,
        Operator.LessOrEquals when number < 0 => false,
        Operator.Equals when number < 0 || number != Math.Floor(number) => false,
        Operator.Greater when number < 0 => true,
        Operator.GreaterOrEquals when number <= 0 => true,
        Operator.NotEquals when number < 0 || number != Math.Floor(number) => true,
        _ => null,
    };
}

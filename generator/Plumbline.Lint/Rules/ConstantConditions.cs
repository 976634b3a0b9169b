using System.Globalization;
using Plumbline.Lint.Documents;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Expressions;
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

    /// <summary>Whether a value holds no expression at any depth.</summary>
    public static bool IsLiteral(PolicyValue value) => value switch
    {
        TextValue text => !TemplateText.IsExpression(text.Value),
        ArrayValue list => list.Items.All(IsLiteral),
        ObjectValue item => item.Properties.All(property => IsLiteral(property.Value)),
        _ => true,
    };

    private static (bool Result, string Reason)? OfLeaf(LeafCondition leaf) => leaf switch
    {
        { Operator: Operator.In, Operand.Literal: ArrayValue { Items.IsEmpty: true } } => (false, "the list is empty"),
        { Operator: Operator.NotIn, Operand.Literal: ArrayValue { Items.IsEmpty: true } } => (true, "the list is empty"),
        { Subject: ValueSubject { Value.Literal: var value } } when IsLiteral(value) && IsLiteral(leaf.Operand.Literal) => (OperatorTable.Holds(leaf.Operator, value, leaf.Operand.Literal), "it compares two literals"),
        { Subject: FieldCountSubject or ValueCountSubject } when Number(leaf.Operand.Literal) is { } number => OfCount(leaf.Operator, number) is { } result ? (result, "a count is a whole number from 0 on") : null,
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

    private static double? Number(PolicyValue value) => value switch
    {
        IntegerValue number => number.Value,
        FloatValue number => number.Value,
        TextValue text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}

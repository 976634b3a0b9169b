using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Mutation;

/// <summary>Values that may make a difference to a leaf: its literal, neighbours of it, and nothing.</summary>
internal static class CandidateValues
{
    private static readonly PolicyValue Missing = UndefinedValue.Instance;

    /// <summary>The values, the likeliest first; undefined for no property at all.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="operands">What its operand was in tests.</param>
    public static ImmutableArray<PolicyValue> For(LeafCondition leaf, IEnumerable<PolicyValue> operands) => leaf.Subject is FieldCountSubject
        ? [Missing, Members(0), Members(1), Members(2)]
        : [.. operands.Prepend(leaf.Operand.Literal).SelectMany(operand => Near(leaf.Operator, operand)).Append(Missing).Append(new TextValue("other")).Append(new TextValue("")).Append(BooleanValue.Of(true)).Append(BooleanValue.Of(false)).Distinct()];

    private static ImmutableArray<PolicyValue> Near(Operator used, PolicyValue literal) => literal switch
    {
        TextValue { Value: var text } when text.StartsWith('[') => [],
        TextValue { Value: var text } when used is Operator.Like or Operator.NotLike => [new TextValue(text.Replace("*", "a", StringComparison.Ordinal)), new TextValue(text.Replace("*", "", StringComparison.Ordinal)), new TextValue(text.Replace("*", "a", StringComparison.Ordinal) + "x")],
        TextValue { Value: var text } => [literal, new TextValue(text + "x"), new TextValue($"x{text}")],
        IntegerValue { Value: var number } => [literal, new IntegerValue(unchecked(number + 1)), new IntegerValue(unchecked(number - 1))],
        ArrayValue list => list.Items,
        BooleanValue { Value: var truth } when used != Operator.Exists => [literal, BooleanValue.Of(!truth)],
        NullValue or UndefinedValue or BooleanValue => [],
        _ => [literal],
    };

    private static ArrayValue Members(int count) => new([.. Enumerable.Repeat((PolicyValue)PolicyValueReader.Object(), count)]);
}

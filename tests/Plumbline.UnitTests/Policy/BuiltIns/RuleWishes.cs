using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Wishes = System.Collections.Immutable.ImmutableList<Plumbline.UnitTests.Policy.BuiltIns.Wish>;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>
/// Field values that probably make a condition true or false: without them random resources would seldom satisfy a rule of several conditions.
/// The evaluator alone says what such a resource comes to.
/// </summary>
internal sealed class RuleWishes(PolicyDefinition definition)
{
    private static readonly Gen<Wishes> Nothing = Gen.Const(Wishes.Empty);

    private int counts;

    /// <summary>Values for the fields of a condition.</summary>
    public Gen<Wishes> For(Condition condition, bool wanted) => condition switch
    {
        AllOfCondition node => Junction(node.Operands, wanted, isAll: true),
        AnyOfCondition node => Junction(node.Operands, wanted, isAll: false),
        NotCondition node => For(node.Operand, !wanted),
        LeafCondition leaf => Leaf(leaf, wanted),
        _ => Nothing,
    };

    // All operands have the result that they need to have together, or one has the result that decides alone and the others have the opposite.
    private Gen<Wishes> Junction(ImmutableArray<Condition> operands, bool wanted, bool isAll)
    {
        if (operands.IsEmpty) return Nothing;
        if (wanted == isAll) return Together(operands.Select(operand => For(operand, wanted)));
        return Gen.Int[0, operands.Length - 1].SelectMany(decisive => Together(operands.Select((operand, index) => For(operand, index == decisive ? wanted : !wanted))));
    }

    private Gen<Wishes> Leaf(LeafCondition leaf, bool wanted)
    {
        var used = wanted ? leaf.Operator : Opposite(leaf.Operator);
        return leaf.Subject switch
        {
            FieldSubject subject when !TemplateText.IsExpression(subject.Field) => Field(subject.Field, used, leaf.Operand, wanted),
            ValueSubject { Value.Literal: TextValue text } when OnlyField(text.Value) is { } field => Field(field, used, leaf.Operand, wanted),
            FieldCountSubject subject => Count(subject, leaf, wanted),
            ValueCountSubject { Where: { } where } => For(where, IsAboveZero(leaf) == wanted),
            _ => Nothing,
        };
    }

    private Gen<Wishes> Field(string field, Operator used, Operand operand, bool wanted)
    {
        var literals = used == Operator.Exists ? [BooleanValue.Of(ExpectsValue(operand) == wanted)] : RuleReadings.LiteralsOf(operand, definition);
        ImmutableArray<PolicyValue> values = [.. literals.SelectMany(literal => Neighbours.Satisfying(used, literal))];
        return values.IsEmpty ? Nothing : Gen.Int[0, values.Length - 1].Select(index => Wishes.Empty.Add(new Wish(field, values[index], 0)));
    }

    private Gen<Wishes> Count(FieldCountSubject subject, LeafCondition leaf, bool wanted)
    {
        var members = IsAboveZero(leaf) == wanted;
        var empty = Gen.Const(Wishes.Empty.Add(new Wish(subject.Field, new ArrayValue([]), 0)));
        if (subject.Where is null) return members ? Nothing : empty;
        var member = ++counts;
        return members ? For(subject.Where, wanted: true).Select(wishes => wishes.ConvertAll(wish => wish with { Member = member })) : Gen.OneOf(empty, For(subject.Where, wanted: false));
    }

    // Whether the condition on the number holds for more than none.
    private static bool IsAboveZero(LeafCondition leaf)
    {
        var isZero = leaf.Operand.Literal is IntegerValue { Value: 0 };
        return leaf.Operator switch
        {
            Operator.Equals or Operator.GreaterOrEquals => !isZero,
            Operator.Greater => true,
            Operator.NotEquals => isZero,
            _ => false,
        };
    }

    private static Gen<Wishes> Together(IEnumerable<Gen<Wishes>> parts) =>
        parts.Where(part => part != Nothing).Aggregate(Nothing, (all, part) => all == Nothing ? part : Gen.Select(all, part, (first, second) => first.AddRange(second)));

    private static bool ExpectsValue(Operand operand) => operand.Literal is BooleanValue { Value: true } || (operand.Literal is TextValue text && string.Equals(text.Value, "true", StringComparison.OrdinalIgnoreCase));

    private static string? OnlyField(string text) =>
        TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is CallExpression { Arguments: [LiteralExpression { Value: TextValue name }] } call
        && call.Name.ToUpperInvariant() is "FIELD" or "CURRENT" && (call.Name.Length == "field".Length || name.Value.Contains('/', StringComparison.Ordinal))
            ? name.Value
            : null;

    private static Operator Opposite(Operator used) => used switch
    {
        Operator.Greater => Operator.LessOrEquals,
        Operator.GreaterOrEquals => Operator.Less,
        Operator.Less => Operator.GreaterOrEquals,
        Operator.LessOrEquals => Operator.Greater,
        Operator.Exists => Operator.Exists,
        _ when used.ToString().StartsWith("Not", StringComparison.Ordinal) => Enum.Parse<Operator>(used.ToString()["Not".Length..]),
        _ => Enum.Parse<Operator>("Not" + used),
    };
}

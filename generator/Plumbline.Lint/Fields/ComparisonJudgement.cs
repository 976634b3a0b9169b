using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Fields;

/// <summary>What there is to say of comparing an alias with an operand. Expressions in the operand are left out: their value is not known.</summary>
internal static class ComparisonJudgement
{
    /// <summary>The literals of an operand: itself, or the members of an array.</summary>
    public static IEnumerable<PolicyValue> Literals(PolicyValue operand) =>
        (operand is ArrayValue list ? list.Items : [operand]).Where(value => value is not TextValue text || !TemplateText.IsExpression(text.Value));

    /// <summary>A number is compared with <c>equals</c> or <c>notEquals</c> and a literal: as texts, so 5 and 05 or 5.0 differ.</summary>
    public static string? NumericEquality(KnownField field, LeafCondition leaf) =>
        leaf.Operator is Operator.Equals or Operator.NotEquals && Kinds(field) == ValueKinds.Number && Literals(leaf.Operand.Literal).Any()
            ? $"'{field.Alias.Name}' is a number, and {OperatorNames.Name(leaf.Operator)} compares numbers as texts: 5, 5.0 and 05 are different"
            : null;

    /// <summary>An order is asked of what has none, or between a number and a text.</summary>
    public static string? Ordering(KnownField field, LeafCondition leaf)
    {
        if (leaf.Operator is not (Operator.Greater or Operator.GreaterOrEquals or Operator.Less or Operator.LessOrEquals) || Kinds(field) is not { } kinds) return null;
        if ((kinds & (ValueKinds.Number | ValueKinds.String)) == 0) return $"'{field.Alias.Name}' is {Name(kinds)}, which {OperatorNames.Name(leaf.Operator)} cannot order";
        var wrong = Literals(leaf.Operand.Literal).FirstOrDefault(literal => !IsOrdered(kinds, literal));
        return wrong is null ? null : $"'{field.Alias.Name}' is {Name(kinds)}, which {OperatorNames.Name(leaf.Operator)} cannot order with {PolicyValueWriter.ToCompactJson(wrong)}";
    }

    /// <summary>A text is compared for equality, and the property has strings of its own among which it is not. The nearest one is offered.</summary>
    public static IEnumerable<(string Message, string? Nearest)> UnknownValues(KnownField field, LeafCondition leaf) =>
        !IsEquality(leaf.Operator) ? [] : Literals(leaf.Operand.Literal).OfType<TextValue>().Where(text => text.Value.Length > 0 && !IsKnown(field, text.Value)).Select(text => Unknown(field, text.Value));

    /// <summary>A value that is written to the property and is not among its strings.</summary>
    public static (string Message, string? Nearest)? UnknownValue(KnownField field, PolicyValue? written) =>
        written is TextValue text && !TemplateText.IsExpression(text.Value) && !IsKnown(field, text.Value) ? Unknown(field, text.Value) : null;

    /// <summary>A literal of a JSON type that the property never has, nor one that is converted.</summary>
    public static string? WrongType(KnownField field, LeafCondition leaf)
    {
        if (!IsEquality(leaf.Operator) || Kinds(field) is not { } kinds) return null;
        var isFreeText = kinds.HasFlag(ValueKinds.String) && Values(field).IsEmpty;
        var wrong = Literals(leaf.Operand.Literal).FirstOrDefault(literal => !Fits(kinds, literal) && !(isFreeText && IsConverted(literal)));
        return wrong is null ? null : $"'{field.Alias.Name}' is {Name(kinds)} and never equals {PolicyValueWriter.ToCompactJson(wrong)}: the condition always has the same result";
    }

    // Null when the type is not known for sure.
    private static ValueKinds? Kinds(KnownField field) => field.Facts?.Value.Kinds is { } kinds && kinds != ValueKinds.None && !kinds.HasFlag(ValueKinds.Any) ? kinds : null;

    private static bool IsEquality(Operator used) => used is Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn;

    private static bool IsOrdered(ValueKinds kinds, PolicyValue literal) => literal switch
    {
        IntegerValue or FloatValue => kinds.HasFlag(ValueKinds.Number),
        TextValue text => kinds.HasFlag(ValueKinds.String) || IsNumber(text.Value),
        _ => false,
    };

    // Equality converts between a text and these.
    private static bool IsConverted(PolicyValue literal) => literal is BooleanValue or IntegerValue or FloatValue;

    // The empty text asks whether there is a value at all.
    private static bool Fits(ValueKinds kinds, PolicyValue literal) => literal switch
    {
        TextValue { Value: "" } => true,
        TextValue text => kinds.HasFlag(ValueKinds.String) || (kinds.HasFlag(ValueKinds.Boolean) && bool.TryParse(text.Value, out _)) || (kinds.HasFlag(ValueKinds.Number) && IsNumber(text.Value)),
        BooleanValue => kinds.HasFlag(ValueKinds.Boolean),
        IntegerValue or FloatValue => kinds.HasFlag(ValueKinds.Number),
        ArrayValue => kinds.HasFlag(ValueKinds.Array),
        ObjectValue => kinds.HasFlag(ValueKinds.Object),
        _ => true,
    };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsKnown(KnownField field, string text) =>
        Kinds(field) != ValueKinds.String || Values(field).IsEmpty || Values(field).Contains(text, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> Values(KnownField field) => field.Facts?.Value.Values ?? [];

    private static (string Message, string? Nearest) Unknown(KnownField field, string text) =>
        ($"'{text}' is no value that the schema of {field.Schema.Type} knows for '{field.Alias.Name}'", NearestName.Find(text, Values(field)));

    private static string Name(ValueKinds kinds) => string.Join(" or ", Enum.GetValues<ValueKinds>().Where(kind => kind != ValueKinds.None && kinds.HasFlag(kind)).Select(kind => kind switch
    {
        ValueKinds.Object => "an object",
        ValueKinds.Array => "an array",
        ValueKinds.String => "a string",
        ValueKinds.Number => "a number",
        ValueKinds.Boolean => "a boolean",
        _ => "anything",
    }));
}

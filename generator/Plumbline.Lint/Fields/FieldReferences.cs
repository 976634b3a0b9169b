using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Fields;

/// <summary>Finds the places of a rule that read fields.</summary>
internal static class FieldReferences
{
    /// <summary>Those of <c>if</c> in the order of the text, then those of the existence condition.</summary>
    public static IEnumerable<FieldReference> Of(PolicyDefinition definition) =>
        In(definition.If, isExistence: false).Concat(In(definition.Then.ExistenceCondition, isExistence: true));

    private static IEnumerable<FieldReference> In(Condition? condition, bool isExistence) => condition switch
    {
        AllOfCondition node => node.Operands.SelectMany(operand => In(operand, isExistence)),
        AnyOfCondition node => node.Operands.SelectMany(operand => In(operand, isExistence)),
        NotCondition node => In(node.Operand, isExistence),
        LeafCondition leaf => In(leaf, isExistence),
        _ => [],
    };

    private static IEnumerable<FieldReference> In(LeafCondition leaf, bool isExistence)
    {
        var own = leaf.Subject switch
        {
            FieldSubject subject when TemplateText.IsExpression(subject.Field) => FieldsIn(new TextValue(subject.Field)).Select(field => Reference(field, null)),
            FieldSubject subject => [Reference(subject.Field, leaf)],
            ValueSubject subject => FieldsIn(subject.Value.Literal).Select(field => Reference(field, null)),
            FieldCountSubject subject => In(subject.Where, isExistence).Prepend(Reference(subject.Field, null)),
            ValueCountSubject subject => FieldsIn(subject.Value.Literal).Select(field => Reference(field, null)).Concat(In(subject.Where, isExistence)),
            _ => [],
        };
        return own.Concat(FieldsIn(leaf.Operand.Literal).Select(field => Reference(field, null)));

        FieldReference Reference(string field, LeafCondition? compared) => new(field, compared, leaf.Location, isExistence);
    }

    private static IEnumerable<string> FieldsIn(PolicyValue value) => value switch
    {
        TextValue text when TemplateText.IsExpression(text.Value) => ExpressionParser.Parse(text.Value).Value is { } parsed ? FieldsIn(parsed) : [],
        ArrayValue list => list.Items.SelectMany(FieldsIn),
        ObjectValue item => item.Properties.SelectMany(property => FieldsIn(property.Value)),
        _ => [],
    };

    // current() may also name a count over values: a name without a slash is no alias, and is looked up in vain.
    private static IEnumerable<string> FieldsIn(Expression expression) => expression switch
    {
        CallExpression { Arguments: [LiteralExpression { Value: TextValue name }] } call when Is(call, "field") || Is(call, "current") => [name.Value],
        CallExpression call => call.Arguments.SelectMany(FieldsIn),
        AccessExpression access => FieldsIn(access.Target).Concat(FieldsIn(access.Key)),
        _ => [],
    };

    private static bool Is(CallExpression call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);
}

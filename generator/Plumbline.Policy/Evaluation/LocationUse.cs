using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Whether a definition reads the resource's location anywhere, deployment parameters included: such a one does not apply to subscriptions.</summary>
internal static class LocationUse
{
    private const string Call = "field('location')";

    public static bool IsIn(PolicyDefinition definition) =>
        IsIn(definition.If)
        || (definition.Then.ExistenceCondition is { } existence && IsIn(existence))
        || (definition.Then.Details is { } details && IsIn(details));

    private static bool IsIn(Condition condition) => condition switch
    {
        AllOfCondition node => node.Operands.Any(IsIn),
        AnyOfCondition node => node.Operands.Any(IsIn),
        NotCondition node => IsIn(node.Operand),
        LeafCondition { Subject: FieldSubject field } => string.Equals(field.Field, "location", StringComparison.OrdinalIgnoreCase),
        LeafCondition { Subject: ValueSubject value } => IsIn(value.Value.Literal),
        _ => false,
    };

    private static bool IsIn(PolicyValue value) => value switch
    {
        TextValue text => text.Value.Contains(Call, StringComparison.OrdinalIgnoreCase),
        ArrayValue array => array.Items.Any(IsIn),
        ObjectValue item => item.Properties.Any(property => IsIn(property.Value)),
        _ => false,
    };
}

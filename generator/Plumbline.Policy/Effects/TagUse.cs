using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>Whether the condition of a definition looks at tags: a PATCH that changes nothing but tags is evaluated against such definitions only.</summary>
public static class TagUse
{
    private const string Tags = "tags";
    private const string Call = "field('tags";

    /// <summary>Whether the <c>if</c> of a definition reads a tag.</summary>
    public static bool IsIn(PolicyDefinition definition) => IsIn(definition.If);

    private static bool IsIn(Condition? condition) => condition switch
    {
        AllOfCondition node => node.Operands.Any(IsIn),
        AnyOfCondition node => node.Operands.Any(IsIn),
        NotCondition node => IsIn(node.Operand),
        LeafCondition leaf => IsIn(leaf.Subject) || Calls(leaf.Operand.Literal),
        _ => false,
    };

    private static bool IsIn(Subject subject) => subject switch
    {
        FieldSubject field => Names(field.Field),
        FieldCountSubject count => Names(count.Field) || IsIn(count.Where),
        ValueSubject value => Calls(value.Value.Literal),
        ValueCountSubject count => Calls(count.Value.Literal) || IsIn(count.Where),
        _ => false,
    };

    // The name of the tag may be put together: [concat('tags[', parameters('name'), ']')].
    private static bool Names(string field) =>
        field.StartsWith(Tags, StringComparison.OrdinalIgnoreCase) || (field.StartsWith('[') && field.Contains(Tags, StringComparison.OrdinalIgnoreCase));

    private static bool Calls(PolicyValue value) => value switch
    {
        TextValue text => text.Value.StartsWith('[') && text.Value.Contains(Call, StringComparison.OrdinalIgnoreCase),
        ArrayValue array => array.Items.Any(Calls),
        ObjectValue item => item.Properties.Any(property => Calls(property.Value)),
        _ => false,
    };
}

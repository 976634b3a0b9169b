using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Compilation;

/// <summary>A field that a condition names.</summary>
/// <param name="Name">As written in the condition.</param>
/// <param name="Path">Where the name stands in the document, or null for a condition that came from none.</param>
/// <param name="IsSingle">Whether it has one value there, rather than one for each member of an array.</param>
/// <param name="IsCounted">Whether it is the array of a count.</param>
internal sealed record FieldUse(string Name, string? Path, bool IsSingle, bool IsCounted)
{
    /// <summary>All fields a condition names, in the order of the text.</summary>
    public static IEnumerable<FieldUse> In(Condition? condition, FieldScope scope) => condition switch
    {
        AllOfCondition all => all.Operands.SelectMany(operand => In(operand, scope)),
        AnyOfCondition any => any.Operands.SelectMany(operand => In(operand, scope)),
        NotCondition not => In(not.Operand, scope),
        LeafCondition leaf => In(leaf, scope),
        _ => [],
    };

    private static IEnumerable<FieldUse> In(LeafCondition leaf, FieldScope scope) => leaf.Subject switch
    {
        FieldSubject field => [new FieldUse(field.Field, Below(leaf, "field"), scope.IsSingle(field.Field), IsCounted: false)],
        FieldCountSubject count => In(count.Where, scope.Within(count.Field))
            .Prepend(new FieldUse(count.Field, Below(leaf, "count.field"), IsSingle: false, IsCounted: true)),
        ValueCountSubject count => In(count.Where, scope),
        _ => [],
    };

    private static string? Below(LeafCondition leaf, string key) => leaf.Location?.Path is { } path ? $"{path}.{key}" : null;
}

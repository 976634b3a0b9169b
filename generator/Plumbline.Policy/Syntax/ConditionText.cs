using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Conditions in one line, for people.</summary>
public static class ConditionText
{
    /// <summary>A leaf, such as <c>type equals Microsoft.App/containerApps</c>.</summary>
    public static string Of(LeafCondition leaf) => $"{Of(leaf.Subject)} {OperatorNames.Name(leaf.Operator)} {Of(leaf.Operand)}";

    /// <summary>A value: text as it is, anything else as compact JSON.</summary>
    public static string Of(Operand operand) => operand.Literal is TextValue text ? text.Value : PolicyValueWriter.ToCompactJson(operand.Literal);

    private static string Of(Subject subject) => subject switch
    {
        FieldSubject node => node.Field,
        ValueSubject node => Of(node.Value),
        FieldCountSubject node => $"count({node.Field})",
        ValueCountSubject node => $"count({Of(node.Value)})",
        _ => throw new ArgumentException($"Unknown subject '{subject.GetType().Name}'.", nameof(subject)),
    };
}

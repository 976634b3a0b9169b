using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Hides what an expression that reads a secure parameter made: the texts, unless they stand in the expression itself.</summary>
internal static class SecretMask
{
    public static PolicyValue Of(PolicyValue value, Expression expression) => Of(value, [.. Literals(expression)]);

    private static PolicyValue Of(PolicyValue value, HashSet<string> shown) => value switch
    {
        TextValue text => text.Value.Length == 0 || shown.Contains(text.Value) ? text : new TextValue(TemplateEvaluator.Mask),
        ArrayValue array => new ArrayValue([.. array.Items.Select(item => Of(item, shown))]),
        ObjectValue item => new ObjectValue([.. item.Properties.Select(property => KeyValuePair.Create(property.Key, Of(property.Value, shown)))]),
        _ => value,
    };

    private static IEnumerable<string> Literals(Expression expression) => expression switch
    {
        LiteralExpression { Value: TextValue text } => [text.Value],
        CallExpression call => call.Arguments.SelectMany(Literals),
        AccessExpression access => Literals(access.Target).Concat(Literals(access.Key)),
        _ => [],
    };
}

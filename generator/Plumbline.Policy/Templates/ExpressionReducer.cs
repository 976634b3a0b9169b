using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Writes an expression that cannot be evaluated yet with all in it that can be: <c>reference('/subscriptions/...', '2022-09-01').x</c>.</summary>
internal static class ExpressionReducer
{
    /// <summary>The text of the expression, without the brackets around it.</summary>
    public static string Reduce(Expression expression, TemplateFrame frame)
    {
        var value = ExpressionEvaluator.Evaluate(expression, frame);
        // The whole of a resource is no literal; a part of it that is known is one.
        if (value is not FailedValue && !(expression is CallExpression { Name: var function } && ReferenceFunctions.IsReference(function))) return Literal(value);
        return expression switch
        {
            CallExpression call when ResourceIds.Is(call.Name, "parameters") && Unknown(call, frame) is { } text => text,
            CallExpression call => $"{call.Name}({string.Join(", ", Arguments(call, frame))})",
            AccessExpression access => Reduce(access.Target, frame) + Key(access.Key, frame),
            LiteralExpression literal => Literal(literal.Value),
            _ => "null()",
        };
    }

    private static IEnumerable<string> Arguments(CallExpression call, TemplateFrame frame)
    {
        for (var index = 0; index < call.Arguments.Length; index++)
        {
            if (index > 0 || !ReferenceFunctions.IsReference(call.Name) || ExpressionEvaluator.Evaluate(call.Arguments[0], frame) is not TextValue target)
            {
                yield return Reduce(call.Arguments[index], frame);
                continue;
            }

            // Outside of the template, the name of a resource means nothing; its id does, with the api-version.
            var id = frame.Resources.Resolve(target.Value, frame.Place) ?? target.Value;
            yield return Literal(new TextValue(id));
            if (call.Arguments.Length == 1 && frame.Resources.Versions.TryGetValue(id, out var version)) yield return Literal(new TextValue(version));
        }
    }

    // The parameter of a nested deployment whose value is an expression of the outer one.
    private static string? Unknown(CallExpression call, TemplateFrame frame) =>
        call.Arguments is [var name] && ExpressionEvaluator.Evaluate(name, frame) is TextValue text ? frame.Names.Bind(text.Value, frame).Bound?.UnknownText : null;

    private static string Key(Expression key, TemplateFrame frame) => ExpressionEvaluator.Evaluate(key, frame) switch
    {
        TextValue text when text.Value.Length > 0 && text.Value.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && !char.IsAsciiDigit(text.Value[0]) => "." + text.Value,
        FailedValue => $"[{Reduce(key, frame)}]",
        var value => $"[{Literal(value)}]",
    };

    private static string Literal(PolicyValue value) => value switch
    {
        TextValue text => $"'{text.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        BooleanValue boolean => boolean.Value ? "true()" : "false()",
        ArrayValue array => $"createArray({string.Join(", ", array.Items.Select(Literal))})",
        ObjectValue item => $"createObject({string.Join(", ", item.Properties.Select(property => $"{Literal(new TextValue(property.Key))}, {Literal(property.Value)}"))})",
        IntegerValue or FloatValue => ValueKinds.ScalarText(value),
        _ => "null()",
    };
}

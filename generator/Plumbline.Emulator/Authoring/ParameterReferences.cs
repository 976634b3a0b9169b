using System.Text.Json;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Authoring;

/// <summary>The template expressions of a document, and the parameters they read.</summary>
internal static class ParameterReferences
{
    /// <summary>All expressions at any depth, except inside a deployment's own template, which has parameters of its own.</summary>
    public static IEnumerable<ExpressionParseResult> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { } text && TemplateText.IsExpression(text) ? [ExpressionParser.Parse(text)] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        JsonValueKind.Object => element.EnumerateObject().Where(property => !IsTemplate(property)).SelectMany(property => Expressions(property.Value)),
        _ => [],
    };

    /// <summary>The names in all <c>parameters('x')</c> of an expression.</summary>
    public static IEnumerable<string> In(Expression? expression) => expression switch
    {
        CallExpression call => Own(call).Concat(call.Arguments.SelectMany(In)),
        AccessExpression access => In(access.Target).Concat(In(access.Key)),
        _ => [],
    };

    /// <summary>The parameter that the whole value stands for (<c>[parameters('x')]</c>), or null.</summary>
    public static string? Whole(PolicyValue value) =>
        value is TextValue text && TemplateText.IsExpression(text.Value) && ExpressionParser.Parse(text.Value).Value is CallExpression call
            ? Own(call).FirstOrDefault()
            : null;

    /// <summary>Whether the value is a template expression.</summary>
    public static bool IsExpression(PolicyValue value) => value is TextValue text && TemplateText.IsExpression(text.Value);

    private static IEnumerable<string> Own(CallExpression call) =>
        string.Equals(call.Name, "parameters", StringComparison.OrdinalIgnoreCase) && call.Arguments is [LiteralExpression { Value: TextValue name }]
            ? [name.Value]
            : [];

    private static bool IsTemplate(JsonProperty property) =>
        string.Equals(property.Name, "template", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.Object;
}

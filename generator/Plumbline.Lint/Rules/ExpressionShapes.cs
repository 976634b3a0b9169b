using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Forms of expressions that rules look for.</summary>
internal static class ExpressionShapes
{
    /// <summary>Whether a value is just <c>[tryGet(...)]</c>.</summary>
    public static bool IsTryGet(PolicyValue value) =>
        value is TextValue { Value: var text } && TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is CallExpression call && IsCall(call, "tryGet");

    /// <summary>Whether an expression is <c>requestContext().identity</c>, by selection or by <c>tryGet</c>.</summary>
    public static bool IsIdentity(Expression expression) => expression switch
    {
        AccessExpression access => IsCall(access.Target, "requestContext") && IsIdentityName(access.Key),
        CallExpression { Arguments: [var target, var key] } call => IsCall(call, "tryGet") && IsCall(target, "requestContext") && IsIdentityName(key),
        _ => false,
    };

    private static bool IsCall(Expression expression, string name) => expression is CallExpression call && string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsIdentityName(Expression key) => key is LiteralExpression { Value: TextValue { Value: var name } } && string.Equals(name, "identity", StringComparison.OrdinalIgnoreCase);
}

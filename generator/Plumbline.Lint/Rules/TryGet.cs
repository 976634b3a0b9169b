using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Rules;

/// <summary>Finds <c>tryGet()</c> where nothing takes care of what it does not find.</summary>
internal static class TryGet
{
    /// <summary>Whether a text is an expression, and its outermost call a <c>tryGet</c>.</summary>
    public static bool IsAllOf(string text) =>
        TemplateText.IsExpression(text) && ExpressionParser.Parse(text).Value is CallExpression call && string.Equals(call.Name, "tryGet", StringComparison.OrdinalIgnoreCase);
}

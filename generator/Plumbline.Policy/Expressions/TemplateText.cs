namespace Plumbline.Policy.Expressions;

/// <summary>Which texts of a policy rule are template expressions.</summary>
public static class TemplateText
{
    /// <summary>Whether a text is an expression: <c>[</c> first and <c>]</c> last, but not <c>[[</c> first. Nothing is trimmed.</summary>
    public static bool IsExpression(string text) => text is ['[', .., ']'] and not ['[', '[', ..];

    /// <summary>The text that a literal stands for: <c>[[x]</c> is the escaped form of <c>[x]</c>; everything else is itself.</summary>
    public static string Unescape(string text) => text is ['[', '[', .., ']'] ? text[1..] : text;
}

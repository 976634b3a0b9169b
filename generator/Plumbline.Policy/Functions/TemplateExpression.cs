using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Evaluates the text of an expression by itself, checked as a rule's expressions are before any of it is evaluated.</summary>
internal static class TemplateExpression
{
    /// <summary>The value of an expression, or what a literal stands for; a <see cref="FailedValue"/> for an expression that cannot be read or that Azure refuses.</summary>
    /// <param name="text">The text, brackets included.</param>
    /// <param name="context">What the functions read.</param>
    /// <param name="counts">How many counts are around the expression.</param>
    public static PolicyValue Evaluate(string text, IFunctionContext context, int counts = 0)
    {
        if (!TemplateText.IsExpression(text)) return new TextValue(TemplateText.Unescape(text));
        var parsed = ExpressionParser.Parse(text);
        if (parsed.Value is not { } expression) return new FailedValue($"the expression cannot be read: {parsed.Error} (at {parsed.Start + 1})");
        var problem = ExpressionChecker.Check(expression, counts).FirstOrDefault();
        return problem is null ? ExpressionEvaluator.Evaluate(expression, context) : new FailedValue(problem.Reason);
    }
}

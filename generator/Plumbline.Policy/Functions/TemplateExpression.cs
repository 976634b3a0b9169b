using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Evaluates the text of an expression by itself, checked as a rule's expressions are before any of it is evaluated.</summary>
internal static class TemplateExpression
{
    /// <summary>
    /// The value of an expression, or what a literal stands for; a <see cref="FailedValue"/> for an expression that cannot be read, that Azure refuses or that fails,
    /// with the place in the text that is to blame.
    /// </summary>
    /// <param name="text">The text, brackets included.</param>
    /// <param name="context">What the functions read.</param>
    /// <param name="counts">How many counts are around the expression.</param>
    public static (PolicyValue Value, int Start, int Length) Evaluate(string text, IFunctionContext context, int counts = 0)
    {
        if (!TemplateText.IsExpression(text)) return (new TextValue(TemplateText.Unescape(text)), 0, text.Length);
        var parsed = ExpressionParser.Parse(text);
        if (parsed.Value is not { } expression) return (new FailedValue($"the expression cannot be read: {parsed.Error} (at {parsed.Start + 1})"), parsed.Start, parsed.Length);
        return ExpressionChecker.Check(expression, counts).FirstOrDefault() is { } problem
            ? (new FailedValue(problem.Reason), problem.Call.Start, problem.Call.Length)
            : (ExpressionEvaluator.Evaluate(expression, context), expression.Start, expression.Length);
    }
}

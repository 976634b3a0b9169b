using Plumbline.Policy.Expressions;

namespace Plumbline.Policy.Syntax;

/// <summary>Finds the function calls of an expression.</summary>
public static class ExpressionCalls
{
    /// <summary>Every call, in no particular order; an expression is nested at most 64 levels.</summary>
    public static List<CallExpression> Of(Expression expression)
    {
        var calls = new List<CallExpression>();
        Add(expression, calls);
        return calls;
    }

    /// <summary>The name in <c>[parameters('name')]</c>, when the text is just that; else null.</summary>
    public static string? ParameterOf(string text) =>
        TemplateText.IsExpression(text)
        && ExpressionParser.Parse(text).Value is CallExpression { Arguments: [LiteralExpression { Value: Values.TextValue name }] } call
        && string.Equals(call.Name, "parameters", StringComparison.OrdinalIgnoreCase)
            ? name.Value
            : null;

    private static void Add(Expression expression, List<CallExpression> calls)
    {
        switch (expression)
        {
            case CallExpression call:
                calls.Add(call);
                foreach (var argument in call.Arguments) Add(argument, calls);
                break;
            case AccessExpression access:
                Add(access.Target, calls);
                Add(access.Key, calls);
                break;
        }
    }
}

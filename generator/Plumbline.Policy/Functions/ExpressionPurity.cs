using Plumbline.Policy.Expressions;

namespace Plumbline.Policy.Functions;

/// <summary>Which expressions have one value for every resource.</summary>
internal static class ExpressionPurity
{
    /// <summary>
    /// Whether the value depends on nothing but the parameters: no call reads the resource, a count, the context or the clock.
    /// A call that fails always, such as one of an unknown function, is as constant as any.
    /// </summary>
    public static bool IsConstant(Expression expression) => expression switch
    {
        CallExpression call => !ReadsEvaluation(call.Name) && AreConstant(call),
        AccessExpression access => IsConstant(access.Target) && IsConstant(access.Key),
        _ => true,
    };

    private static bool ReadsEvaluation(string name) => FunctionTable.TryFind(name, out var function) && function.ReadsEvaluation;

    private static bool AreConstant(CallExpression call)
    {
        foreach (var argument in call.Arguments)
        {
            if (!IsConstant(argument)) return false;
        }

        return true;
    }
}

using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>What is wrong with an expression that can be read.</summary>
internal enum ExpressionProblemKind
{
    UnknownFunction,
    ForbiddenFunction,
    FunctionNotAmongSupported,
    ArgumentCount,
    CurrentOutsideCount,
    CurrentWithoutName,
    TooManyArguments,
}

/// <summary>A problem with a call.</summary>
internal sealed record ExpressionProblem(ExpressionProblemKind Kind, CallExpression Call)
{
    /// <summary>The problem as a sentence without a full stop.</summary>
    public string Reason => Kind switch
    {
        ExpressionProblemKind.ArgumentCount when FunctionTable.TryFind(Call.Name, out var function) => $"{function.Name}() takes {function.Arity}, not {Call.Arguments.Length}",
        ExpressionProblemKind.TooManyArguments => $"{Call.Name}() has {Call.Arguments.Length} arguments, more than the {EvaluationLimits.MaximumArguments} that Azure Policy allows",
        ExpressionProblemKind.CurrentOutsideCount => "current() stands outside of a count",
        ExpressionProblemKind.CurrentWithoutName => "current() without a name stands in nested counts",
        _ => UnsupportedFunctions.Describe(Call.Name),
    };
}

/// <summary>Checks expressions without evaluating them.</summary>
internal static class ExpressionChecker
{
    /// <summary>The problems, outermost call first.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="counts">How many counts are around it.</param>
    public static IEnumerable<ExpressionProblem> Check(Expression expression, int counts) =>
        Calls(expression).Select(call => (Call: call, Kind: ProblemOf(call, counts))).Where(item => item.Kind is not null).Select(item => new ExpressionProblem(item.Kind ?? default, item.Call));

    /// <summary>The calls of <c>parameters()</c> with a literal name.</summary>
    public static IEnumerable<(string Name, Expression At)> Parameters(Expression expression) =>
        from call in Calls(expression)
        where IsCallOf(call, "parameters")
        from argument in call.Arguments.Take(1).OfType<LiteralExpression>()
        where argument.Value is TextValue
        select (((TextValue)argument.Value).Value, (Expression)argument);

    private static ExpressionProblemKind? ProblemOf(CallExpression call, int counts)
    {
        if (!FunctionTable.TryFind(call.Name, out var function))
        {
            return UnsupportedFunctions.IsForbidden(call.Name) ? ExpressionProblemKind.ForbiddenFunction
                : UnsupportedFunctions.IsNotAmongSupported(call.Name) ? ExpressionProblemKind.FunctionNotAmongSupported
                : ExpressionProblemKind.UnknownFunction;
        }

        if (!function.Accepts(call.Arguments.Length)) return ExpressionProblemKind.ArgumentCount;
        if (call.Arguments.Length > EvaluationLimits.MaximumArguments) return ExpressionProblemKind.TooManyArguments;
        if (!IsCallOf(call, "current")) return null;
        if (counts == 0) return ExpressionProblemKind.CurrentOutsideCount;
        return call.Arguments.IsEmpty && counts > 1 ? ExpressionProblemKind.CurrentWithoutName : null;
    }

    private static bool IsCallOf(CallExpression call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);

    private static List<CallExpression> Calls(Expression expression)
    {
        var calls = new List<CallExpression>();
        Collect(expression, calls);
        return calls;
    }

    private static void Collect(Expression expression, List<CallExpression> calls)
    {
        if (expression is AccessExpression access)
        {
            Collect(access.Target, calls);
            Collect(access.Key, calls);
        }

        if (expression is not CallExpression call) return;
        calls.Add(call);
        foreach (var argument in call.Arguments) Collect(argument, calls);
    }
}

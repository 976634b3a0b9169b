using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Logic. <c>if</c>, <c>and</c>, <c>or</c> and <c>coalesce</c> evaluate no more arguments than they need.</summary>
internal static class LogicFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("true", [], _ => BooleanValue.Of(true)),
        new("false", [], _ => BooleanValue.Of(false)),
        new("null", [], _ => NullValue.Instance),
        new("not", [ArgumentKind.Boolean], arguments => BooleanValue.Of(!((BooleanValue)arguments[0]).Value)),
        new("if", [ArgumentKind.Boolean, Any, Any], Body: null) { Lazy = If, AnswersPart = true },
        new("and", [ArgumentKind.Boolean], Body: null) { Minimum = 2, Repeats = true, Lazy = (arguments, context) => Junction("and", arguments, context, decisive: false) },
        new("or", [ArgumentKind.Boolean], Body: null) { Minimum = 2, Repeats = true, Lazy = (arguments, context) => Junction("or", arguments, context, decisive: true) },
        new("coalesce", [Any], Body: null) { Repeats = true, Lazy = Coalesce, AnswersPart = true },
    ];

    private static PolicyValue If(ImmutableArray<Expression> arguments, IFunctionContext context) =>
        ExpressionEvaluator.Evaluate(arguments[0], context) switch
        {
            BooleanValue condition => ExpressionEvaluator.Evaluate(arguments[condition.Value ? 1 : 2], context),
            FailedValue failed => failed,
            var other => NotBoolean("if", 0, other),
        };

    private static PolicyValue Junction(string name, ImmutableArray<Expression> arguments, IFunctionContext context, bool decisive)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = ExpressionEvaluator.Evaluate(arguments[i], context);
            if (value is FailedValue) return value;
            if (value is not BooleanValue boolean) return NotBoolean(name, i, value);
            if (boolean.Value == decisive) return boolean;
        }

        return BooleanValue.Of(!decisive);
    }

    private static PolicyValue Coalesce(ImmutableArray<Expression> arguments, IFunctionContext context)
    {
        foreach (var argument in arguments)
        {
            var value = ExpressionEvaluator.Evaluate(argument, context);
            if (value is not (NullValue or UndefinedValue)) return value;
        }

        return NullValue.Instance;
    }

    private static FailedValue NotBoolean(string name, int index, PolicyValue value) =>
        new($"{name}() takes a boolean as argument {index + 1}, not {ValueDescription.Of(value)}");
}

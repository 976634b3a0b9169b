using System.Collections.Immutable;
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
        new("if", [ArgumentKind.Boolean, Any, Any], Body: null) { Lazy = If },
        new("and", [ArgumentKind.Boolean], Body: null) { Minimum = 2, Repeats = true, Lazy = (count, argument) => Junction("and", count, argument, decisive: false) },
        new("or", [ArgumentKind.Boolean], Body: null) { Minimum = 2, Repeats = true, Lazy = (count, argument) => Junction("or", count, argument, decisive: true) },
        new("coalesce", [Any], Body: null) { Repeats = true, Lazy = Coalesce },
    ];

    private static PolicyValue If(int count, Func<int, PolicyValue> argument) => argument(0) switch
    {
        BooleanValue condition => argument(condition.Value ? 1 : 2),
        FailedValue failed => failed,
        var other => NotBoolean("if", other),
    };

    private static PolicyValue Junction(string name, int count, Func<int, PolicyValue> argument, bool decisive)
    {
        for (var i = 0; i < count; i++)
        {
            var value = argument(i);
            if (value is FailedValue) return value;
            if (value is not BooleanValue boolean) return NotBoolean(name, value);
            if (boolean.Value == decisive) return boolean;
        }

        return BooleanValue.Of(!decisive);
    }

    private static PolicyValue Coalesce(int count, Func<int, PolicyValue> argument)
    {
        for (var i = 0; i < count; i++)
        {
            var value = argument(i);
            if (value is not (NullValue or UndefinedValue)) return value;
        }

        return NullValue.Instance;
    }

    private static FailedValue NotBoolean(string name, PolicyValue value) => new($"{name}() needs a boolean and got {ValueKinds.Describe(value)}");
}

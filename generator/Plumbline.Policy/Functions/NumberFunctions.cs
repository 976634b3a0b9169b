using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Integer arithmetic, checked at 64 bits, and the extremes of numbers.</summary>
internal static class NumberFunctions
{
    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("add", [Integer, Integer], arguments => Compute("add", arguments, (left, right) => left + right)),
        new("sub", [Integer, Integer], arguments => Compute("sub", arguments, (left, right) => left - right)),
        new("mul", [Integer, Integer], arguments => Compute("mul", arguments, (left, right) => left * right)),
        new("div", [Integer, Integer], arguments => Compute("div", arguments, (left, right) => right == 0 ? null : left / right)),
        new("mod", [Integer, Integer], arguments => Compute("mod", arguments, (left, right) => right == 0 || (left, right) == (long.MinValue, -1) ? null : left % right)),
        new("min", [Number | ArgumentKind.Array], arguments => Extreme("min", arguments, sign: -1)) { Repeats = true },
        new("max", [Number | ArgumentKind.Array], arguments => Extreme("max", arguments, sign: 1)) { Repeats = true },
    ];

    // Int128 holds every result of two 64-bit operands, so that overflow is a comparison and not an exception.
    private static PolicyValue Compute(string name, ImmutableArray<PolicyValue> arguments, Func<Int128, Int128, Int128?> operation)
    {
        var (left, right) = (ValueKinds.Integer(arguments[0]), ValueKinds.Integer(arguments[1]));
        return operation(left, right) is { } result && result >= long.MinValue && result <= long.MaxValue
            ? new IntegerValue((long)result)
            : new FailedValue($"{name}({left}, {right}) has no 64-bit integer result");
    }

    private static PolicyValue Extreme(string name, ImmutableArray<PolicyValue> arguments, int sign)
    {
        var numbers = arguments is [ArrayValue array] ? array.Items : arguments;
        if (numbers.IsEmpty || numbers.Any(number => number is not (IntegerValue or FloatValue)))
            return new FailedValue($"{name}() takes numbers, or one array of at least one number");
        var best = numbers.AsEnumerable().Aggregate((left, right) => sign * NumberOrder.Compare(right, left) > 0 ? right : left);
        return numbers.Any(number => number is FloatValue) ? new FloatValue(ValueKinds.Float(best)) : best;
    }
}

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
        new("div", [Integer, Integer], arguments => Compute("div", arguments, (left, right) => left / right)),
        new("mod", [Integer, Integer], arguments => Compute("mod", arguments, (left, right) => (left, right) == (long.MinValue, -1) ? null : left % right)),
        new("min", [Number | ArgumentKind.Array], arguments => Extreme("min", arguments, sign: -1)) { Repeats = true },
        new("max", [Number | ArgumentKind.Array], arguments => Extreme("max", arguments, sign: 1)) { Repeats = true },
    ];

    // Int128 holds every result of two 64-bit operands, so that overflow is a comparison and not an exception.
    private static PolicyValue Compute(string name, ImmutableArray<PolicyValue> arguments, Func<Int128, Int128, Int128?> operation)
    {
        var (left, right) = (ValueKinds.Integer(arguments[0]), ValueKinds.Integer(arguments[1]));
        if (right == 0 && name is ("div" or "mod")) return new FailedValue($"{name}() cannot divide {left} by argument 2, 0");
        return operation(left, right) is { } result && result >= long.MinValue && result <= long.MaxValue
            ? new IntegerValue((long)result)
            : new FailedValue($"{name}() of {left} and {right} leaves the integers of 64 bits");
    }

    private static PolicyValue Extreme(string name, ImmutableArray<PolicyValue> arguments, int sign)
    {
        var numbers = arguments is [ArrayValue array] ? array.Items : arguments;
        if (numbers.IsEmpty) return new FailedValue($"{name}() takes an array of at least one number as argument 1, not an empty one");
        var best = numbers[0];
        var hasFloat = false;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!ValueKinds.IsNumber(numbers[i]))
                return new FailedValue($"{name}() takes numbers or one array of numbers; {(arguments is [ArrayValue] ? $"member {i} of argument 1" : $"argument {i + 1}")} is {ValueDescription.Of(numbers[i])}");
            if (sign * NumberOrder.Compare(numbers[i], best) > 0) best = numbers[i];
            hasFloat |= numbers[i] is FloatValue;
        }

        return hasFloat ? new FloatValue(ValueKinds.Float(best)) : best;
    }
}

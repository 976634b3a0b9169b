using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Sums and products of numbers, instants and lengths of time. What has no value is null: null operands, a whole division by 0, an overflow.</summary>
internal static class Arithmetic
{
    /// <summary>The type of the result; null when the operator cannot take such operands. JSON values must be converted first, as in the language.</summary>
    public static KqlType? TypeOf(string name, KqlType left, KqlType right) => (name, left, right) switch
    {
        (_, KqlType.Long, KqlType.Long) => KqlType.Long,
        (_, KqlType.Long or KqlType.Real, KqlType.Long or KqlType.Real) => KqlType.Real,
        ("+" or "-", KqlType.DateTime, KqlType.Timespan) or ("+", KqlType.Timespan, KqlType.DateTime) => KqlType.DateTime,
        ("-", KqlType.DateTime, KqlType.DateTime) or ("+" or "-", KqlType.Timespan, KqlType.Timespan) => KqlType.Timespan,
        ("*" or "/", KqlType.Timespan, KqlType.Long or KqlType.Real) or ("*", KqlType.Long or KqlType.Real, KqlType.Timespan) => KqlType.Timespan,
        ("/", KqlType.Timespan, KqlType.Timespan) => KqlType.Real,
        _ => null,
    };

    /// <summary><c>left + right</c>.</summary>
    public static KqlValue Add(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlLong a, KqlLong b) => Whole((Int128)a.Value + b.Value),
        (KqlDateTime a, KqlTimespan b) => DateFunctions.Shift(a.Value, b.Value),
        (KqlTimespan a, KqlDateTime b) => DateFunctions.Shift(b.Value, a.Value),
        (KqlTimespan a, KqlTimespan b) => Length((Int128)a.Value.Ticks + b.Value.Ticks),
        _ => Real(left, right, (a, b) => a + b),
    };

    /// <summary><c>left - right</c>.</summary>
    public static KqlValue Subtract(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlLong a, KqlLong b) => Whole((Int128)a.Value - b.Value),
        (KqlDateTime a, KqlDateTime b) => new KqlTimespan(a.Value - b.Value),
        (KqlDateTime a, KqlTimespan { Value.Ticks: > long.MinValue } b) => DateFunctions.Shift(a.Value, -b.Value),
        (KqlTimespan a, KqlTimespan b) => Length((Int128)a.Value.Ticks - b.Value.Ticks),
        _ => Real(left, right, (a, b) => a - b),
    };

    /// <summary><c>left * right</c>.</summary>
    public static KqlValue Multiply(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlLong a, KqlLong b) => Whole((Int128)a.Value * b.Value),
        (KqlTimespan a, KqlLong or KqlReal) => Scaled(a.Value, KqlConvert.ToReal(right) ?? 0),
        (KqlLong or KqlReal, KqlTimespan b) => Scaled(b.Value, KqlConvert.ToReal(left) ?? 0),
        _ => Real(left, right, (a, b) => a * b),
    };

    /// <summary><c>left / right</c>; whole when both are.</summary>
    public static KqlValue Divide(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlLong, KqlLong { Value: 0 }) => KqlNull.Instance,
        (KqlLong a, KqlLong b) => Whole((Int128)a.Value / b.Value),
        (KqlTimespan a, KqlTimespan b) => new KqlReal((double)a.Value.Ticks / b.Value.Ticks),
        (KqlTimespan a, KqlLong or KqlReal) => Scaled(a.Value, 1 / (KqlConvert.ToReal(right) ?? 0)),
        _ => Real(left, right, (a, b) => a / b),
    };

    /// <summary><c>left % right</c>; not negative when both are whole.</summary>
    public static KqlValue Modulo(KqlValue left, KqlValue right) => (left, right) switch
    {
        (KqlLong, KqlLong { Value: 0 }) => KqlNull.Instance,
        (KqlLong a, KqlLong b) => Whole((((Int128)a.Value % b.Value) + Int128.Abs(b.Value)) % Int128.Abs(b.Value)),
        _ => Real(left, right, (a, b) => a % b),
    };

    private static KqlValue Whole(Int128 number) => number >= long.MinValue && number <= long.MaxValue ? new KqlLong((long)number) : KqlNull.Instance;

    private static KqlValue Length(Int128 ticks) => ticks >= long.MinValue && ticks <= long.MaxValue ? new KqlTimespan(new TimeSpan((long)ticks)) : KqlNull.Instance;

    private static KqlValue Scaled(TimeSpan length, double factor) => TimespanText.Of(factor, length) is { } scaled ? new KqlTimespan(scaled) : KqlNull.Instance;

    private static KqlValue Real(KqlValue left, KqlValue right, Func<double, double, double> compute) =>
        left is KqlLong or KqlReal && right is KqlLong or KqlReal && KqlConvert.ToReal(left) is { } a && KqlConvert.ToReal(right) is { } b ? new KqlReal(compute(a, b)) : KqlNull.Instance;
}

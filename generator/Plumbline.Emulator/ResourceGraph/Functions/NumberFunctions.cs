using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of numbers, and <c>bin</c>, which rounds instants too.</summary>
internal static class NumberFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        new("bin", 2, 2, BinType, (_, arguments) => Bin(arguments[0], arguments[1])),
        new("floor", 1, 2, BinType, (_, arguments) => Bin(arguments[0], arguments.Length == 2 ? arguments[1] : new KqlLong(1))),
        ScalarFunction.Of("ceiling", KqlType.Long, value => KqlConvert.ToReal(value) is { } number ? KqlConvert.To(KqlType.Long, new KqlReal(Math.Ceiling(number))) : KqlNull.Instance),
        ScalarFunction.Of("round", 1, 2, KqlType.Real, Round),
        new("abs", 1, 1, types => types[0] == KqlType.Long ? KqlType.Long : KqlType.Real, (_, arguments) => Abs(arguments[0])),
        ScalarFunction.Of("sign", KqlType.Long, value => KqlConvert.ToReal(value) is { } number && !double.IsNaN(number) ? new KqlLong(Math.Sign(number)) : KqlNull.Instance),
        ScalarFunction.Of("sqrt", KqlType.Real, value => KqlConvert.ToReal(value) is { } number ? new KqlReal(Math.Sqrt(number)) : KqlNull.Instance),
        ScalarFunction.Of("pow", 2, 2, KqlType.Real, arguments => KqlConvert.ToReal(arguments[0]) is { } root && KqlConvert.ToReal(arguments[1]) is { } power ? new KqlReal(Math.Pow(root, power)) : KqlNull.Instance),
        new("min_of", 2, ScalarFunction.Many, types => ScalarFunction.Common(types), (_, arguments) => arguments.Where(argument => argument is not KqlNull).Min(KqlOrder.Instance) ?? KqlNull.Instance),
        new("max_of", 2, ScalarFunction.Many, types => ScalarFunction.Common(types), (_, arguments) => arguments.Max(KqlOrder.Instance) ?? KqlNull.Instance),
    ];

    private static KqlType BinType(ImmutableArray<KqlType> types) => types[0] switch
    {
        KqlType.Long when types.Length == 2 && types[1] == KqlType.Real => KqlType.Real,
        KqlType.Dynamic => KqlType.Real,
        var type => type,
    };

    // The largest multiple of the size that is not above the value.
    private static KqlValue Bin(KqlValue value, KqlValue size) => (value, size) switch
    {
        (KqlLong number, KqlLong { Value: > 0 } step) => new KqlLong(FloorTo(number.Value, step.Value)),
        (KqlDateTime instant, KqlTimespan { Value.Ticks: > 0 } step) => new KqlDateTime(new DateTime(FloorTo(instant.Value.Ticks, step.Value.Ticks), DateTimeKind.Utc)),
        (KqlTimespan length, KqlTimespan { Value.Ticks: > 0 } step) => new KqlTimespan(new TimeSpan(FloorTo(length.Value.Ticks, step.Value.Ticks))),
        _ when KqlConvert.ToReal(value) is { } number && KqlConvert.ToReal(size) is > 0 and var step => new KqlReal(Math.Floor(number / step) * step),
        _ => KqlNull.Instance,
    };

    private static long FloorTo(long value, long step) => value - (((value % step) + step) % step) is var floor && floor <= value ? floor : value;

    private static KqlValue Round(KqlValue[] arguments)
    {
        if (KqlConvert.ToReal(arguments[0]) is not { } number) return KqlNull.Instance;
        var digits = arguments.Length == 2 ? (int)Math.Clamp(KqlConvert.ToLong(arguments[1]) ?? 0, 0, 15) : 0;
        return new KqlReal(Math.Round(number, digits, MidpointRounding.AwayFromZero));
    }

    private static KqlValue Abs(KqlValue value) => value switch
    {
        KqlLong { Value: > long.MinValue } number => new KqlLong(Math.Abs(number.Value)),
        _ when KqlConvert.ToReal(value) is { } number => new KqlReal(Math.Abs(number)),
        _ => KqlNull.Instance,
    };
}

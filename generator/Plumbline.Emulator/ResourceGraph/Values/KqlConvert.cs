using System.Globalization;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>Conversions between the types: the <c>to...()</c> functions. What cannot be converted is null; a text is never null.</summary>
internal static class KqlConvert
{
    /// <summary>The value as a value of a type.</summary>
    public static KqlValue To(KqlType type, KqlValue value) => type switch
    {
        KqlType.Text => value as KqlText ?? new KqlText(ToText(value)),
        KqlType.Long => ToLong(value) is { } number ? value as KqlLong ?? new KqlLong(number) : KqlNull.Instance,
        KqlType.Real => ToReal(value) is { } number ? value as KqlReal ?? new KqlReal(number) : KqlNull.Instance,
        KqlType.Boolean => ToBoolean(value) is { } truth ? KqlBoolean.Of(truth) : KqlNull.Instance,
        KqlType.DateTime => ToDateTime(value) is { } instant ? new KqlDateTime(instant) : KqlNull.Instance,
        KqlType.Timespan => ToTimespan(value) is { } length ? new KqlTimespan(length) : KqlNull.Instance,
        _ => value,
    };

    /// <summary>The text: JSON of arrays and bags, empty for null.</summary>
    public static string ToText(KqlValue value) => value switch
    {
        KqlText text => text.Value,
        KqlLong number => number.Value.ToString(CultureInfo.InvariantCulture),
        KqlReal number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        KqlBoolean truth => truth.Value ? "true" : "false",
        KqlDateTime instant => instant.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        KqlTimespan length => length.Value.ToString("c", CultureInfo.InvariantCulture),
        KqlArray or KqlBag => KqlJson.Text(value),
        _ => string.Empty,
    };

    /// <summary>An instant in an answer: without the zeros at the end of its fraction.</summary>
    public static string ShortInstant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The whole number, a real one truncated; null when it is none.</summary>
    public static long? ToLong(KqlValue value) => value switch
    {
        KqlLong number => number.Value,
        KqlReal number when Math.Abs(number.Value) < long.MaxValue => (long)number.Value,
        KqlBoolean truth => truth.Value ? 1 : 0,
        KqlDateTime instant => instant.Value.Ticks,
        KqlTimespan length => length.Value.Ticks,
        KqlText text => long.TryParse(text.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? ToLong(new KqlReal(real)) : null,
        _ => null,
    };

    /// <summary>The number; null when it is none.</summary>
    public static double? ToReal(KqlValue value) => value switch
    {
        KqlReal number => number.Value,
        KqlText text => double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => ToLong(value),
    };

    /// <summary>The truth value of a boolean, a number that is not 0, or the texts <c>true</c>, <c>false</c>, <c>0</c> and <c>1</c>.</summary>
    public static bool? ToBoolean(KqlValue value) => value switch
    {
        KqlBoolean truth => truth.Value,
        KqlLong number => number.Value != 0,
        KqlReal number => number.Value != 0,
        KqlText text => text.Value.Trim() switch
        {
            "1" => true,
            "0" => false,
            var word => bool.TryParse(word, out var truth) ? truth : null,
        },
        _ => null,
    };

    /// <summary>The instant of an ISO 8601 or RFC 822 text, or of a number of ticks; taken as UTC when it names no offset.</summary>
    public static DateTime? ToDateTime(KqlValue value) => value switch
    {
        KqlDateTime instant => instant.Value,
        KqlLong { Value: >= 0 } ticks when ticks.Value <= DateTime.MaxValue.Ticks => new DateTime(ticks.Value, DateTimeKind.Utc),
        KqlText text => DateTime.TryParse(
            text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out var instant) ? instant : null,
        _ => null,
    };

    /// <summary>The length of a text such as <c>1.02:03:04</c> or <c>2h</c>, or of a number of ticks.</summary>
    public static TimeSpan? ToTimespan(KqlValue value) => value switch
    {
        KqlTimespan length => length.Value,
        KqlLong ticks => new TimeSpan(ticks.Value),
        KqlText text => TimespanText.Parse(text.Value),
        _ => null,
    };
}

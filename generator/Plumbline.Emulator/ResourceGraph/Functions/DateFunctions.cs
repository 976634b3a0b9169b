using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of instants. All are in UTC.</summary>
internal static class DateFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        new("now", 0, 1, _ => KqlType.DateTime, (context, arguments) => Shift(context.Now, arguments.Length == 0 ? TimeSpan.Zero : KqlConvert.ToTimespan(arguments[0]))),
        new("ago", 1, 1, _ => KqlType.DateTime, (context, arguments) => Shift(context.Now, -KqlConvert.ToTimespan(arguments[0]))),
        Start("startofday", (instant, offset) => instant.Date.AddDays(offset)),
        Start("startofweek", (instant, offset) => instant.Date.AddDays((7.0 * offset) - (int)instant.DayOfWeek)),
        Start("startofmonth", (instant, offset) => new DateTime(instant.Year, instant.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(offset)),
        Start("startofyear", (instant, offset) => new DateTime(instant.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddYears(offset)),
        Start("endofday", (instant, offset) => instant.Date.AddDays(offset + 1.0).AddTicks(-1)),
        Part("getyear", instant => instant.Year),
        Part("getmonth", instant => instant.Month),
        Part("monthofyear", instant => instant.Month),
        Part("dayofmonth", instant => instant.Day),
        Part("dayofyear", instant => instant.DayOfYear),
        Part("hourofday", instant => instant.Hour),
        ScalarFunction.Of("dayofweek", KqlType.Timespan, value => KqlConvert.ToDateTime(value) is { } instant ? new KqlTimespan(TimeSpan.FromDays((int)instant.DayOfWeek)) : KqlNull.Instance),
        ScalarFunction.Of("datetime_diff", 3, 3, KqlType.Long, Difference),
        ScalarFunction.Of("datetime_add", 3, 3, KqlType.DateTime, Add),
        ScalarFunction.Of("format_datetime", 2, 2, KqlType.Text, Format),
    ];

    /// <summary>The instant moved by a length; null when that is outside the years 1 to 9999, or the length is null.</summary>
    public static KqlValue Shift(DateTime instant, TimeSpan? length) =>
        length is { } by && instant.Ticks + (decimal)by.Ticks is var ticks && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new KqlDateTime(new DateTime((long)ticks, DateTimeKind.Utc)) : KqlNull.Instance;

    private static ScalarFunction Start(string name, Func<DateTime, int, DateTime> start) => ScalarFunction.Of(name, 1, 2, KqlType.DateTime, arguments =>
    {
        var offset = arguments.Length == 2 ? KqlConvert.ToLong(arguments[1]) ?? 0 : 0;
        if (KqlConvert.ToDateTime(arguments[0]) is not { Year: > 1 and < 9999 } instant || Math.Abs(offset) > 9000) return KqlNull.Instance;
        return Safely(() => start(instant, (int)offset));
    });

    private static ScalarFunction Part(string name, Func<DateTime, int> part) =>
        ScalarFunction.Of(name, KqlType.Long, value => KqlConvert.ToDateTime(value) is { } instant ? new KqlLong(part(instant)) : KqlNull.Instance);

    // Boundaries crossed between the second and the first instant.
    private static KqlValue Difference(KqlValue[] arguments)
    {
        if (KqlConvert.ToDateTime(arguments[1]) is not { } later || KqlConvert.ToDateTime(arguments[2]) is not { } earlier) return KqlNull.Instance;
        var months = ((later.Year - earlier.Year) * 12L) + later.Month - earlier.Month;
        return KqlConvert.ToText(arguments[0]).ToLowerInvariant() switch
        {
            "year" => new KqlLong(later.Year - earlier.Year),
            "quarter" => new KqlLong(((later.Year - earlier.Year) * 4L) + ((later.Month - 1) / 3) - ((earlier.Month - 1) / 3)),
            "month" => new KqlLong(months),
            "week" => new KqlLong((Day(later) - (int)later.DayOfWeek - Day(earlier) + (int)earlier.DayOfWeek) / 7),
            var part when Ticks(part) is { } ticks => new KqlLong((later.Ticks / ticks) - (earlier.Ticks / ticks)),
            _ => KqlNull.Instance,
        };
    }

    private static KqlValue Add(KqlValue[] arguments)
    {
        if (KqlConvert.ToLong(arguments[1]) is not { } count || Math.Abs(count) > int.MaxValue || KqlConvert.ToDateTime(arguments[2]) is not { } instant) return KqlNull.Instance;
        return KqlConvert.ToText(arguments[0]).ToLowerInvariant() switch
        {
            "year" => Safely(() => instant.AddYears((int)count)),
            "quarter" => Safely(() => instant.AddMonths(checked((int)count * 3))),
            "month" => Safely(() => instant.AddMonths((int)count)),
            var part when Ticks(part) is { } ticks => Shift(instant, TimespanText.Of(count, new TimeSpan(ticks))),
            _ => KqlNull.Instance,
        };
    }

    private static long? Ticks(string part) => part switch
    {
        "week" => 7 * TimeSpan.TicksPerDay,
        "day" or "hour" or "minute" or "second" or "millisecond" or "microsecond" => TimespanText.Unit(part)?.Ticks,
        _ => null,
    };

    private static long Day(DateTime instant) => instant.Ticks / TimeSpan.TicksPerDay;

    private static KqlValue Safely(Func<DateTime> compute)
    {
        try
        {
            return new KqlDateTime(compute());
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            return KqlNull.Instance;
        }
    }

    // The letters and separators that the language documents; anything else gives the empty text.
    private static KqlText Format(KqlValue[] arguments)
    {
        var form = KqlConvert.ToText(arguments[1]);
        if (KqlConvert.ToDateTime(arguments[0]) is not { } instant || form.Length is 0 or > 100 || form.Any(character => !"dfFhHmMsyt/-:,._[] ".Contains(character, StringComparison.Ordinal))) return KqlText.Empty;
        var isRunTooLong = form.Split('/', '-', ':', ',', '.', '_', '[', ']', ' ').Any(run => run.Length > 27 || run.Count(character => character is 'f' or 'F') > 7);
        return isRunTooLong ? KqlText.Empty : new KqlText(instant.ToString(form.Length == 1 ? "%" + form : form, CultureInfo.InvariantCulture));
    }
}

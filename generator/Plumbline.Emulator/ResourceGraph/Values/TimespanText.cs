using System.Globalization;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>Reads lengths of time: <c>2d</c>, <c>1.5h</c>, <c>30m</c>, <c>10s</c>, <c>100ms</c>, <c>1.02:03:04.5</c>.</summary>
internal static class TimespanText
{
    /// <summary>The length, or null.</summary>
    public static TimeSpan? Parse(string text)
    {
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile((character, index) => char.IsAsciiDigit(character) || character == '.' || (index == 0 && character == '-')).Count();
        if (digits > 0 && digits < trimmed.Length && Unit(trimmed[digits..]) is { } unit)
            return double.TryParse(trimmed.AsSpan(0, digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var count) ? Of(count, unit) : null;
        return TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out var length) ? length : null;
    }

    /// <summary>A count of units; null when it is too long.</summary>
    public static TimeSpan? Of(double count, TimeSpan unit) => Math.Abs(count * unit.Ticks) < TimeSpan.MaxValue.Ticks ? new TimeSpan((long)(count * unit.Ticks)) : null;

    /// <summary>The unit of a name; null when there is none.</summary>
    public static TimeSpan? Unit(string name) => name switch
    {
        "d" or "day" or "days" => TimeSpan.FromDays(1),
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.FromHours(1),
        "m" or "min" or "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "s" or "sec" or "second" or "seconds" => TimeSpan.FromSeconds(1),
        "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.FromMilliseconds(1),
        "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.FromMicroseconds(1),
        "tick" or "ticks" => new TimeSpan(1),
        _ => null,
    };
}

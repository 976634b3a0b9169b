using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>Instants in expressions and rows: ISO 8601, UTC unless an offset is given.</summary>
internal static class ODataInstant
{
    /// <summary>Reads a literal such as <c>2026-03-04T05:06:07Z</c> or <c>2026-03-04</c>.</summary>
    public static DateTimeOffset? Parse(string text) =>
        text.Length >= "yyyy-MM-dd".Length && char.IsAsciiDigit(text[0]) && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>The instant that a field holds as text, or null.</summary>
    public static DateTimeOffset? Of(PolicyValue value) => value is TextValue text ? Parse(text.Value) : null;
}

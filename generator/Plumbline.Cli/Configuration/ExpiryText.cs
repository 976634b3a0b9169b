using System.Globalization;

namespace Plumbline.Cli.Configuration;

/// <summary>When an exemption ends, as it is written: a date means its last second, an instant without offset is in UTC.</summary>
internal static class ExpiryText
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The instant, in UTC; null when the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var date)) return date.AddDays(1).AddSeconds(-1);
        var isInstant = text.Length > 10 && text[4] == '-' && text[10] is 'T' or ' ';
        return isInstant && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null;
    }
}

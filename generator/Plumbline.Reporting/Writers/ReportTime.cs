using System.Globalization;

namespace Plumbline.Reporting.Writers;

/// <summary>Times as people read them.</summary>
internal static class ReportTime
{
    /// <summary>Such as <c>2026-11-23 21:30 UTC</c>.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>19 h</c> or <c>3 days</c>: how long before <paramref name="now"/>.</summary>
    public static string Age(DateTimeOffset time, DateTimeOffset now)
    {
        var age = now - time;
        if (age < TimeSpan.FromHours(1)) return "less than 1 h";
        return age < TimeSpan.FromDays(2)
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} days");
    }
}

using System.Globalization;

namespace Plumbline.Cli.Operating;

/// <summary>Durations as people write them on a command line: <c>90s</c>, <c>30m</c>, <c>2h</c>.</summary>
internal static class DurationText
{
    // A day is what Azure itself takes for a full cycle.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The duration; null when the text is none, or is longer than a day.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var found = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(Math.Min(number, 1e6)),
            'm' => TimeSpan.FromMinutes(Math.Min(number, 1e6)),
            'h' => TimeSpan.FromHours(Math.Min(number, 1e6)),
            _ => (TimeSpan?)null,
        };
        return found <= Longest ? found : null;
    }

    /// <summary>An option of this kind.</summary>
    /// <param name="whenMissing">Such as <c>2h</c>.</param>
    /// <param name="description">What help says.</param>
    public static System.CommandLine.Option<string> Option(string whenMissing, string description)
    {
        var option = new System.CommandLine.Option<string>("--timeout") { Description = description, HelpName = "duration", DefaultValueFactory = _ => whenMissing };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text || Parse(text) is null) result.AddError("--timeout takes a number with s, m or h, at most 24h, such as 30m.");
        });
        return option;
    }
}

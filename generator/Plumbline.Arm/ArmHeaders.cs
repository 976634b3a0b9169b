using System.Globalization;
using Azure;

namespace Plumbline.Arm;

/// <summary>Headers of an answer that say when and whether to send again.</summary>
/// <param name="RetryAfter">How long the service asks to wait, or null.</param>
/// <param name="Remaining">The least of <c>x-ms-ratelimit-remaining-*</c>: how many requests the bucket of this one still allows; or null.</param>
/// <param name="EntityTag">The <c>ETag</c>, or null. Azure Policy's objects have none; an endpoint that has them honours <c>If-Match</c>.</param>
internal sealed record ArmHeaders(TimeSpan? RetryAfter, int? Remaining, string? EntityTag)
{
    private const string RemainingPrefix = "x-ms-ratelimit-remaining-";

    /// <summary>Nothing.</summary>
    public static ArmHeaders None { get; } = new(null, null, null);

    /// <summary>Reads the headers of an answer.</summary>
    public static ArmHeaders Of(Response response, DateTimeOffset now)
    {
        int? remaining = null;
        foreach (var header in response.Headers)
        {
            if (header.Name.StartsWith(RemainingPrefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(header.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var left))
                remaining = Math.Min(remaining ?? left, left);
        }

        return new(Wait(response, now), remaining, response.Headers.ETag?.ToString("H"));
    }

    // Seconds or a date (RFC 9110); some services of Azure say milliseconds in a header of their own.
    private static TimeSpan? Wait(Response response, DateTimeOffset now)
    {
        foreach (var name in (ReadOnlySpan<string>)["retry-after-ms", "x-ms-retry-after-ms"])
        {
            if (response.Headers.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)) return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (!response.Headers.TryGetValue("Retry-After", out var value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)) : null;
    }
}

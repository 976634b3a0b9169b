using System.Globalization;

namespace Plumbline.Emulator.Wire;

/// <summary>The headers ARM puts on every answer.</summary>
internal static class ArmHeaders
{
    // ARM's token buckets: 250 reads, 200 writes and 200 deletes a subscription; the emulator never throttles.
    private const string Reads = "249";
    private const string Writes = "199";

    /// <summary>All of them, for a request to <paramref name="path"/> with the ids the client sent, if any.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(
        string method, string path, Guid requestId, DateTimeOffset now, string? correlationId, string? clientRequestId)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        yield return new("x-ms-request-id", requestId.ToString());
        yield return new("x-ms-correlation-request-id", correlationId ?? requestId.ToString());
        yield return new("x-ms-routing-request-id", $"LOOPBACK:{stamp}:{requestId}");
        if (clientRequestId is not null) yield return new("x-ms-client-request-id", clientRequestId);
        yield return RateLimit(method, path);
        yield return new("Cache-Control", "no-cache");
        yield return new("Pragma", "no-cache");
        yield return new("Expires", "-1");
        yield return new("X-Content-Type-Options", "nosniff");
    }

    private static KeyValuePair<string, string> RateLimit(string method, string path)
    {
        var bucket = path.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? "subscription" : "tenant";
        return method switch
        {
            "GET" or "HEAD" => new($"x-ms-ratelimit-remaining-{bucket}-reads", Reads),
            "DELETE" => new($"x-ms-ratelimit-remaining-{bucket}-deletes", Writes),
            _ => new($"x-ms-ratelimit-remaining-{bucket}-writes", Writes),
        };
    }
}

using System.Globalization;

namespace Plumbline.Emulator.Wire;

/// <summary>The headers ARM puts on every answer.</summary>
internal static class ArmHeaders
{
    /// <summary>All of them but the rate limits, with the ids the client sent, if any.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(Guid requestId, DateTimeOffset now, string? correlationId, string? clientRequestId)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        yield return new("x-ms-request-id", requestId.ToString());
        yield return new("x-ms-correlation-request-id", correlationId ?? requestId.ToString());
        yield return new("x-ms-routing-request-id", $"LOOPBACK:{stamp}:{requestId}");
        if (clientRequestId is not null) yield return new("x-ms-client-request-id", clientRequestId);
        yield return new("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        yield return new("Cache-Control", "no-cache");
        yield return new("Pragma", "no-cache");
        yield return new("Expires", "-1");
        yield return new("X-Content-Type-Options", "nosniff");
    }
}

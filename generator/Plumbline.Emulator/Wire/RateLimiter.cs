using System.Globalization;

namespace Plumbline.Emulator.Wire;

/// <summary>
/// ARM's token buckets: one of reads, writes and deletes for each principal in each subscription, and one in the tenant. A bucket is refilled by the second.
/// Safe for use by several threads.
/// </summary>
internal sealed class RateLimiter(ThrottlingOptions options, TimeProvider time)
{
    // Paths name subscriptions freely; beyond this all buckets start anew.
    private const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Principal, string Scope, string Kind), (double Left, DateTimeOffset At)> buckets = [];

    /// <summary>Takes a token: the header that says how many are left, and after how many seconds there is one again when there was none and limits are enforced.</summary>
    public (KeyValuePair<string, string> Header, int? RetryAfter) Take(string principal, string method, string path)
    {
        var (kind, size, perSecond) = Bucket(method);
        var scope = Scope(path);
        var key = (principal, scope, kind);
        lock (gate)
        {
            if (buckets.Count >= Capacity) buckets.Clear();
            var now = time.GetUtcNow();
            var left = buckets.TryGetValue(key, out var bucket) ? Math.Min(size, bucket.Left + ((now - bucket.At).TotalSeconds * perSecond)) : size;
            var isEmpty = left < 1;
            buckets[key] = (isEmpty ? left : left - 1, now);
            var remaining = isEmpty ? 0 : (int)(left - 1);
            var header = $"x-ms-ratelimit-remaining-{(scope.Length == 0 ? "tenant" : "subscription")}-{kind}";
            int? wait = isEmpty && options.IsEnforced ? Math.Max(1, (int)Math.Ceiling((1 - left) / perSecond)) : null;
            return (new(header, remaining.ToString(CultureInfo.InvariantCulture)), wait);
        }
    }

    private (string Kind, int Size, int PerSecond) Bucket(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" => ("reads", options.Reads, options.ReadsPerSecond),
        "DELETE" => ("deletes", options.Deletes, options.DeletesPerSecond),
        _ => ("writes", options.Writes, options.WritesPerSecond),
    };

    private static string Scope(string path)
    {
        var segments = path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > 1 && string.Equals(segments[0], "subscriptions", StringComparison.OrdinalIgnoreCase) ? segments[1].ToLowerInvariant() : string.Empty;
    }
}

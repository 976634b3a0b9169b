using Plumbline.Planning.Objects;

namespace Plumbline.Arm.Sending;

/// <summary>Holds requests back so that they stay within ARM's token buckets: one of reads, of writes and of deletes for each subscription and for the tenant.</summary>
internal sealed class RequestPacer(RequestLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Root, RequestClass Kind), TokenBucket> buckets = [];
    private readonly long started = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(started);

    /// <summary>The bucket that a path counts in: its subscription, else the tenant.</summary>
    public static string RootOf(string path) =>
        ArmScope.Parse(string.Join('/', path.Split('/').Take(3))) is { Kind: ArmScopeKind.Subscription } scope ? scope.Name.ToLowerInvariant() : string.Empty;

    /// <summary>Waits until a request may be sent; returns how long that was.</summary>
    public async Task<TimeSpan> WaitAsync(string root, RequestClass kind, CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (gate) wait = BucketOf(root, kind).Take(Now);
        var waited = TimeSpan.Zero;
        while (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
            waited += wait;

            // Another request may have been told to wait meanwhile, which holds for all.
            lock (gate) wait = BucketOf(root, kind).PauseLeft(Now);
        }

        return waited;
    }

    /// <summary>Learns from the headers of an answer.</summary>
    public void Observe(string root, RequestClass kind, ArmAnswer answer)
    {
        lock (gate)
        {
            var bucket = BucketOf(root, kind);
            if (answer.Failure?.Status == 429) bucket.Pause(Now, answer.Headers.RetryAfter ?? TimeSpan.Zero);
            if (answer.Headers.Remaining is { } remaining) bucket.Observe(Now, remaining);
        }
    }

    private TokenBucket BucketOf(string root, RequestClass kind)
    {
        if (buckets.TryGetValue((root, kind), out var found)) return found;
        return buckets[(root, kind)] = new TokenBucket(limits.SizeOf(kind), limits.SlowBelow);
    }
}

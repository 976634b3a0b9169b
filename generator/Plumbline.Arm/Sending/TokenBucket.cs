namespace Plumbline.Arm.Sending;

/// <summary>
/// A token bucket of ARM, as a client keeps it: so many requests at once, so many a second after that. Times are counted from any one moment and given by the caller,
/// which makes it a pure state machine. One thread at a time.
/// </summary>
/// <param name="size">Its size.</param>
/// <param name="slowBelow">Below how many remaining requests, as the service counts them, the pace drops in proportion.</param>
internal sealed class TokenBucket(BucketSize size, int slowBelow)
{
    // Rounding of ticks must not make a caller wait that came exactly in time.
    private const double Tolerance = 1e-6;

    // However few the service says remain, one gets through now and then: its answer is how this learns that there are more again.
    private const double SlowestPace = 0.1;

    private double missing;
    private double pace = 1;
    private TimeSpan at;
    private TimeSpan pausedUntil;

    /// <summary>Takes a token and tells how long to wait before using it. Who comes later waits longer.</summary>
    public TimeSpan Take(TimeSpan now)
    {
        Refill(now);
        missing += 1;
        var excess = missing - size.Burst;
        var wait = excess <= Tolerance ? TimeSpan.Zero : TimeSpan.FromSeconds(excess / (size.PerSecond * pace));
        return wait > PauseLeft(now) ? wait : PauseLeft(now);
    }

    /// <summary>How long nothing may be sent because the service said so.</summary>
    public TimeSpan PauseLeft(TimeSpan now) => pausedUntil > now ? pausedUntil - now : TimeSpan.Zero;

    /// <summary>Notes how many requests the service says remain: others may share its bucket.</summary>
    public void Observe(TimeSpan now, int remaining)
    {
        Refill(now);
        if (remaining >= slowBelow)
        {
            pace = 1;
            return;
        }

        pace = Math.Max(SlowestPace, (double)remaining / slowBelow);
        missing = Math.Max(missing, size.Burst);
    }

    /// <summary>Notes that the service refused a request and asked to wait.</summary>
    public void Pause(TimeSpan now, TimeSpan wait)
    {
        Refill(now);
        missing = Math.Max(missing, size.Burst);
        if (now + wait > pausedUntil) pausedUntil = now + wait;
    }

    private void Refill(TimeSpan now)
    {
        if (now <= at) return;
        missing = Math.Max(0, missing - ((now - at).TotalSeconds * size.PerSecond * pace));
        at = now;
    }
}

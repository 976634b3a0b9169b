namespace Plumbline.Arm.Sending;

/// <summary>How often and how long requests are tried again.</summary>
public sealed record RetryRules
{
    /// <summary>For Azure.</summary>
    public static RetryRules Cloud { get; } = new();

    /// <summary>For a loopback endpoint: a server that is not running is not waited for long.</summary>
    public static RetryRules Local { get; } = new()
    {
        TransientFirst = TimeSpan.FromSeconds(0.1),
        TransientMaximum = TimeSpan.FromSeconds(1),
        ConsistencyFirst = TimeSpan.FromSeconds(0.2),
        ConsistencyMaximum = TimeSpan.FromSeconds(2),
        ConsistencyBudget = TimeSpan.FromSeconds(30),
        OutOfScopeBudget = TimeSpan.FromSeconds(60),
        PrincipalBudget = TimeSpan.FromSeconds(30),
    };

    /// <summary>How long in all a request waits after 429, and after 503 with <c>Retry-After</c>. Each wait is as long as the service says; their number has no limit.</summary>
    public TimeSpan ThrottleBudget { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait after 429 when the service does not say how long.</summary>
    public TimeSpan ThrottleWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a request is sent that gets 408, 500, 502, 504, 503 without <c>Retry-After</c>, or no answer.</summary>
    public int TransientTries { get; init; } = 5;

    /// <summary>The wait before the second try; doubles from one to the next.</summary>
    public TimeSpan TransientFirst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such wait.</summary>
    public TimeSpan TransientMaximum { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Numbers from 0 to 1 that spread these waits: the wait is between half of it and all of it.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>The first wait for what was created to become visible; doubles from one to the next.</summary>
    public TimeSpan ConsistencyFirst { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest such wait.</summary>
    public TimeSpan ConsistencyMaximum { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long in all to wait for what this run created to become visible.</summary>
    public TimeSpan ConsistencyBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long in all to wait when a definition is said to be out of scope: that of a new management group takes up to 30 minutes.</summary>
    public TimeSpan OutOfScopeBudget { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long in all to wait for a new principal: to be told of it, and to be able to give it a role.</summary>
    public TimeSpan PrincipalBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a write is sent that gets 409 or 412.</summary>
    public int ConflictTries { get; init; } = 4;

    /// <summary>How often an object is read that was written and reads back differently.</summary>
    public int ConfirmationTries { get; init; } = 5;

    /// <summary>The wait before the try after the <paramref name="tries"/>th that had no useful answer.</summary>
    internal TimeSpan TransientWait(int tries)
    {
        var full = Doubled(TransientFirst, TransientMaximum, tries);
        return TimeSpan.FromTicks((long)(full.Ticks * (0.5 + (0.5 * Math.Clamp(Jitter(), 0, 1)))));
    }

    /// <summary>The wait after the <paramref name="tries"/>th look at what is not visible yet.</summary>
    internal TimeSpan ConsistencyWait(int tries) => Doubled(ConsistencyFirst, ConsistencyMaximum, tries);

    private static TimeSpan Doubled(TimeSpan first, TimeSpan maximum, int tries)
    {
        var wait = first * Math.Pow(2, Math.Min(tries - 1, 30));
        return wait < maximum ? wait : maximum;
    }
}

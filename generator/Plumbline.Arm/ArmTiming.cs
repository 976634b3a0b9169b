namespace Plumbline.Arm;

/// <summary>How patient a connection is.</summary>
/// <param name="MaxRetries">How often a request is sent again after 408, 429, 5xx or no answer. A <c>Retry-After</c> of the service is always honoured.</param>
/// <param name="FirstDelay">The delay before the first retry; doubles from one to the next.</param>
/// <param name="MaxDelay">The longest such delay.</param>
/// <param name="PollDelay">Between two looks at a running operation when the service names no <c>Retry-After</c>.</param>
/// <param name="ConsistencyDelay">Between two tries of a request that needs an object this run has just created.</param>
/// <param name="ConsistencyTries">How often such a request is tried.</param>
/// <param name="Time">The clock delays are measured with.</param>
public sealed record ArmTiming(
    int MaxRetries,
    TimeSpan FirstDelay,
    TimeSpan MaxDelay,
    TimeSpan PollDelay,
    TimeSpan ConsistencyDelay,
    int ConsistencyTries,
    TimeProvider Time)
{
    /// <summary>For Azure: what was created is visible everywhere within minutes.</summary>
    public static ArmTiming Cloud { get; } =
        new(5, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), 30, TimeProvider.System);

    /// <summary>For a loopback endpoint: nobody wants to wait long for a server that is not running.</summary>
    public static ArmTiming Local { get; } =
        new(2, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.1), 5, TimeProvider.System);
}

namespace Plumbline.Emulator.Faults;

/// <summary>One fault of a plan. Which of the numbers count depends on the kind.</summary>
/// <param name="Name">For the log; the kind's name unless the plan gives one.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Filter">To which requests.</param>
internal sealed record Fault(string Name, FaultKind Kind, FaultFilter Filter)
{
    /// <summary>Latency: how long at least.</summary>
    public int Milliseconds { get; init; }

    /// <summary>Latency: how long at most.</summary>
    public int MaximumMilliseconds { get; init; }

    /// <summary>Throttle, unavailable: what <c>Retry-After</c> says.</summary>
    public int RetryAfterSeconds { get; init; }

    /// <summary>Delayed visibility: for how many reads; 0 when time decides.</summary>
    public int Reads { get; init; }

    /// <summary>Delayed visibility: for how many seconds; 0 when reads decide.</summary>
    public int Seconds { get; init; }

    /// <summary>Page size: how many items a page holds at most.</summary>
    public int Size { get; init; }
}

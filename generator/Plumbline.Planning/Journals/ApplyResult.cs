using System.Collections.Immutable;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Journals;

/// <summary>What an apply, or a rollback, did. Every operation of the plan is in at most one of the lists, each in the plan's order.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="PlanId">The plan.</param>
public sealed record ApplyResult(ApplyOutcome Outcome, string PlanId)
{
    /// <summary>Written, read back and found as wanted; or deleted. Of a rollback: undone.</summary>
    public ImmutableArray<AppliedOperation> Done { get; init; } = [];

    /// <summary>Not done, or not known to be done.</summary>
    public ImmutableArray<FailedOperation> Failed { get; init; } = [];

    /// <summary>Nothing was sent, because something that they need is not done.</summary>
    public ImmutableArray<BlockedOperation> Blocked { get; init; } = [];

    /// <summary>Nothing was sent, because the run ended before.</summary>
    public ImmutableArray<PlanOperation> NotStarted { get; init; } = [];

    /// <summary>Operations of lanes that were not chosen.</summary>
    public ImmutableArray<PlanOperation> OtherLane { get; init; } = [];

    /// <summary>Objects that are not as the plan found them.</summary>
    public ImmutableArray<StaleObject> Stale { get; init; } = [];

    /// <summary>What failed beside operations: reading the endpoint.</summary>
    public ImmutableArray<ApplyFailure> Failures { get; init; } = [];

    /// <summary>Why the run was refused.</summary>
    public ImmutableArray<Diagnostic> Refusals { get; init; } = [];

    /// <summary>What it cost.</summary>
    public ApplyRequests Requests { get; init; } = ApplyRequests.None;

    /// <summary>Whether everything is as the plan wants it.</summary>
    public bool IsComplete => Outcome is ApplyOutcome.Complete or ApplyOutcome.AlreadyComplete;

    /// <summary>A diagnostic for everything that went wrong.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. Refusals, .. Failures.Select(failure => failure.Diagnostic), .. Stale.Select(stale => stale.Diagnostic), .. Failed.Select(failed => failed.Failure.Diagnostic)];
}

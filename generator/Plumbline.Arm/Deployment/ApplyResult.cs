using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Deployment;

/// <summary>What applying did. Every change of the plan that writes is in exactly one of the three lists, each in the plan's order.</summary>
/// <param name="Done">Written, read back and found as wanted; or deleted.</param>
/// <param name="Failed">Not done, or not known to be done.</param>
/// <param name="NotStarted">Nothing was sent: something it depends on failed, or the run was cancelled.</param>
public sealed record ApplyResult(ImmutableArray<PlannedChange> Done, ImmutableArray<FailedChange> Failed, ImmutableArray<PlannedChange> NotStarted)
{
    /// <summary>Whether everything was done.</summary>
    public bool IsComplete => Failed.IsEmpty && NotStarted.IsEmpty;

    /// <summary>A diagnostic for each failure.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Failed.Select(failed => failed.Failure.ToDiagnostic(new SourceLocation(failed.Change.File)))];
}

/// <summary>A change that failed, and why.</summary>
public sealed record FailedChange(PlannedChange Change, ArmFailure Failure);

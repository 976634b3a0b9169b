using System.Collections.Immutable;
using Plumbline.Arm.Compliance;

namespace Plumbline.Arm.Operations;

/// <summary>How the evaluations of several scopes stand.</summary>
/// <param name="Scans">One for each scope, in their order.</param>
public sealed record ScanOutcome(ImmutableArray<ScopeScan> Scans)
{
    /// <summary>How many have ended, with success or without.</summary>
    public int Ended => Scans.Count(scan => scan.State != EvaluationRunState.StillRunning);

    /// <summary>Whether all have ended with success.</summary>
    public bool IsComplete => Scans.All(scan => scan.State == EvaluationRunState.Completed);
}

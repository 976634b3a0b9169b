using System.Collections.Immutable;
using Plumbline.Planning.Operate;

namespace Plumbline.Arm.Operations;

/// <summary>How the remediations of a run stand.</summary>
/// <param name="Results">One for each task, in their order.</param>
public sealed record RemediationOutcome(ImmutableArray<RemediationResult> Results)
{
    /// <summary>Whether one is over and did not do all it was for.</summary>
    public bool HasFailed => Results.Any(result => result.HasFailed);

    /// <summary>Whether all are over.</summary>
    public bool HasEnded => Results.All(result => result.HasEnded);
}

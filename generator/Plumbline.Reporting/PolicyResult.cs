using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>What was found under one policy.</summary>
/// <param name="Effect">The effects that were in force, joined by a comma; the outline's effect when there is no row; null when neither is known.</param>
/// <param name="Resources">Distinct resources by state.</param>
/// <param name="Findings">Every resource that is not compliant, worst first, then by id. Compliant resources are only counted.</param>
public sealed record PolicyResult(
    PolicyOutline Policy,
    PolicyEvaluation Evaluation,
    string? Effect,
    StateCounts Resources,
    ImmutableArray<ResourceResult> Findings);

/// <summary>Whether there are states for a policy.</summary>
public enum PolicyEvaluation
{
    /// <summary>There is at least one state.</summary>
    Evaluated,

    /// <summary>Assigned, and there is none: no resource it applies to, effect <c>Disabled</c>, or not yet evaluated. Not a pass.</summary>
    NotEvaluated,

    /// <summary>The initiative does not refer to it, so no state is expected.</summary>
    NotAssigned,
}

using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Impact;

/// <summary>What one policy of one assignment means for a resource.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="State">What it says.</param>
/// <param name="Effect">The effect that would come into force at the next write; empty when none would: the assignment is not enforced, or the resource is exempt or compliant.</param>
/// <param name="Location">The file and line of the property that decided, or of the resource.</param>
public sealed record PolicyOutcome(FindingPolicy Policy, string AssignmentId, ImpactState State, string Effect, SourceLocation Location)
{
    /// <summary>The effect of a write that is refused, whatever the policy's effect is called: a failed evaluation refuses as well.</summary>
    public const string Denied = "Deny";
}

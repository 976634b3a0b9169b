namespace Plumbline.Planning.Operate;

/// <summary>A policy on a resource for which the engine and Azure were not found to agree.</summary>
/// <param name="Kind">How they relate.</param>
/// <param name="ResourceId">The resource.</param>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="ReferenceId">The member of the initiative; empty for a definition that is assigned directly.</param>
/// <param name="Policy">What people call the policy.</param>
/// <param name="Expected">The state that the engine expects; <c>none</c> when the policy does not apply; empty when it is not known.</param>
/// <param name="Actual">The state that Azure has; <c>none</c> without one.</param>
/// <param name="Because">The conditions that decided the expectation, or why there is nothing to compare.</param>
public sealed record VerificationFinding(
    VerificationKind Kind, string ResourceId, string AssignmentId, string ReferenceId, string Policy, string Expected, string Actual, string Because)
{
    /// <summary>What stands for no state.</summary>
    public const string None = "none";

    /// <summary>Whether it is a difference.</summary>
    public bool IsDifference => Kind is VerificationKind.Different or VerificationKind.OnlyInAzure or VerificationKind.OnlyHere;

    /// <summary>The finding in one line.</summary>
    public string Text => IsDifference ? $"the engine says {Expected}, Azure says {Actual}, because {Because}" : $"not compared (Azure says {Actual}): {Because}";
}

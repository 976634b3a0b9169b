using System.Collections.Immutable;

namespace Plumbline.Planning.Operate;

/// <summary>What comes of holding Azure's policy states against the engine's expectations.</summary>
/// <param name="Equal">How many agree.</param>
/// <param name="Findings">All others, in ordinal order of resource, assignment and member.</param>
public sealed record VerificationReport(int Equal, ImmutableArray<VerificationFinding> Findings)
{
    /// <summary>Whether the engine and Azure differ somewhere.</summary>
    public bool HasDifferences => Findings.Any(finding => finding.IsDifference);

    /// <summary>Whether everything that can be compared was.</summary>
    public bool IsComplete => Findings.All(finding => finding.Kind != VerificationKind.Incomplete);

    /// <summary>How many findings are of a kind.</summary>
    public int Count(VerificationKind kind) => Findings.Count(finding => finding.Kind == kind);
}

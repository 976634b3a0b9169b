namespace Plumbline.Scan.Evaluation;

/// <summary>How many resources and verdicts there were.</summary>
/// <param name="Resources">Resources that were evaluated.</param>
/// <param name="Unreached">Those of them that no assignment reaches.</param>
/// <param name="Compliant">Policies that apply to a resource and are satisfied.</param>
/// <param name="NonCompliant">... and are violated.</param>
/// <param name="Errors">... and could not be evaluated.</param>
/// <param name="Unknown">... and depend on what the input does not hold.</param>
/// <param name="Manual">... and somebody has to attest.</param>
/// <param name="Protected">... and whose effect denies actions on the resource.</param>
public readonly record struct ScanTotals(long Resources, long Unreached, long Compliant, long NonCompliant, long Errors, long Unknown, long Manual, long Protected)
{
    /// <summary>The sums.</summary>
    public static ScanTotals operator +(ScanTotals left, ScanTotals right) => new(
        left.Resources + right.Resources, left.Unreached + right.Unreached, left.Compliant + right.Compliant, left.NonCompliant + right.NonCompliant,
        left.Errors + right.Errors, left.Unknown + right.Unknown, left.Manual + right.Manual, left.Protected + right.Protected);

    /// <summary>The sums.</summary>
    public static ScanTotals Add(ScanTotals left, ScanTotals right) => left + right;
}

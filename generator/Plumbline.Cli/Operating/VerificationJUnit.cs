using System.Globalization;
using Plumbline.Planning.Operate;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Operating;

/// <summary>A verification as JUnit: a suite for each policy with findings, and one case that stands for all that is equal.</summary>
internal static class VerificationJUnit
{
    /// <summary>The suites in the order of their names.</summary>
    public static IEnumerable<JUnitSuite> Of(VerificationReport report)
    {
        var equal = string.Create(CultureInfo.InvariantCulture, $"{report.Equal} states are as the engine expects");
        var summary = new JUnitSuite("verify", "plumbline", [new JUnitCase(equal, "plumbline.verify", TimeSpan.Zero, JUnitOutcome.Passed)]);
        return report.Findings
            .GroupBy(finding => finding.Policy, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new JUnitSuite(same.Key, "plumbline", [.. same.Select(Case)]))
            .Prepend(summary);
    }

    private static JUnitCase Case(VerificationFinding finding) => new(
        finding.ResourceId,
        finding.Policy,
        TimeSpan.Zero,
        finding.IsDifference ? JUnitOutcome.Failed : finding.Kind == VerificationKind.Incomplete ? JUnitOutcome.Error : JUnitOutcome.Skipped,
        finding.Text,
        finding.AssignmentId);
}

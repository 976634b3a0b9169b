using System.Globalization;

namespace Plumbline.Planning.Operate;

/// <summary>A verification as lines for people.</summary>
public static class VerificationText
{
    // All are in the JSON.
    private const int Shown = 200;

    /// <summary>The differences, what could not be compared by reason, and the counts.</summary>
    public static IEnumerable<string> Of(VerificationReport report)
    {
        var differences = report.Findings.Where(finding => finding.IsDifference).ToList();
        foreach (var finding in differences.Take(Shown))
        {
            yield return $"! {finding.ResourceId}";
            yield return $"    {finding.Policy}: {finding.Text}";
        }

        if (differences.Count > Shown) yield return string.Create(CultureInfo.InvariantCulture, $"  and {differences.Count - Shown} more differences");
        foreach (var same in report.Findings.Where(finding => !finding.IsDifference).GroupBy(finding => (finding.Policy, finding.Because)).OrderBy(same => same.Key))
            yield return string.Create(CultureInfo.InvariantCulture, $"? {same.Key.Policy}: {same.Count()} not compared: {same.Key.Because}");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Equal} equal, {report.Count(VerificationKind.Different)} different, {report.Count(VerificationKind.OnlyInAzure)} only in Azure, {report.Count(VerificationKind.OnlyHere)} only here, {report.Count(VerificationKind.NotComparable)} not comparable, {report.Count(VerificationKind.Incomplete)} not known.");
    }
}

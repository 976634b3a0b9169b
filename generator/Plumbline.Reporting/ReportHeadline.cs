using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Reporting;

/// <summary>The sentences and counts that the console, Markdown and HTML share, so that they never disagree.</summary>
/// <param name="Title">Such as <c>Azure Container Apps: Microsoft cloud security benchmark 1.0</c>.</param>
/// <param name="Verdict">Such as <c>3 of 22 controls fail; 12 of 100 resources are non-compliant.</c></param>
/// <param name="Azure">Azure's percentage with its counts.</param>
/// <param name="Strict">The strict percentage with its counts.</param>
/// <param name="Coverage">Such as <c>7 of 9 customer controls have a live check</c>.</param>
/// <param name="Completeness">Such as <c>All 241 policy states were read.</c></param>
/// <param name="Controls">The number of controls per status, worst first; statuses without a control are left out.</param>
public sealed record ReportHeadline(
    string Title,
    string Verdict,
    string Azure,
    string Strict,
    string Coverage,
    string Completeness,
    ImmutableArray<(ControlStatus Status, int Count)> Controls)
{
    internal static ReportHeadline Of(ComplianceReport report) => new(
        $"{report.Baseline.Service}: {report.Baseline.Benchmark}",
        VerdictOf(report),
        report.Resources.Azure.ToString(),
        report.Resources.Strict.ToString(),
        Invariant($"{report.Coverage.Part:N0} of {Counted(report.Coverage.Whole, "customer control")} {(report.Coverage.Part == 1 ? "has" : "have")} a live check"),
        CompletenessOf(report),
        [.. ControlStatuses.WorstFirst
            .Select(status => (Status: status, Count: report.Controls.Count(control => control.Status == status)))
            .Where(counted => counted.Count > 0)]);

    /// <summary>Such as <c>1 resource</c> or <c>1,204 resources</c>.</summary>
    internal static string Counted(int count, string noun) => Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string VerdictOf(ComplianceReport report)
    {
        var failing = report.Controls.Count(control => control.Status == ControlStatus.Fail);
        var controls = Invariant($"{failing:N0} of {Counted(report.Controls.Length, "control")} {(failing == 1 || report.Controls.Length == 1 ? "fails" : "fail")}");
        var resources = report.Resources;
        return resources.Total == 0
            ? $"{controls}; Azure Policy has no state for any resource."
            : Invariant($"{controls}; {resources.NonCompliant:N0} of {Counted(resources.Total, "resource")} {(resources.NonCompliant == 1 ? "is" : "are")} non-compliant.");
    }

    private static string CompletenessOf(ComplianceReport report) => report.IsComplete
        ? report.Run.StatesRead switch
        {
            0 => "There are no policy states.",
            1 => "The one policy state was read.",
            var read => Invariant($"All {read:N0} policy states were read."),
        }
        : Invariant($"{report.Run.StatesRead:N0} of {Counted(report.Run.StatesExpected, "policy state")} were read: the numbers are incomplete.");
}

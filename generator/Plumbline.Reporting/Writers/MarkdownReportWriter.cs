using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting.Writers;

/// <summary>Writes GitHub Flavored Markdown that fits a step summary: the headline, a row per control, and what needs work, worst first.</summary>
public sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>The most the text takes, in bytes of UTF-8. A step summary of more than 1 MiB is dropped as a whole.</summary>
    public const int LimitInBytes = 900 * 1024;

    /// <summary>The first line: lets a program find and replace its own comment.</summary>
    public const string Marker = "<!-- plumbline:compliance -->";

    /// <inheritdoc />
    public string Extension => ".md";

    /// <inheritdoc />
    public string Write(ComplianceReport report)
    {
        var document = new MarkdownDocument(LimitInBytes);
        WriteHeadline(document, report);
        document.AppendTable(ControlsHeading, report.Controls.Select(ControlRow));
        MarkdownFindings.Write(document, report);
        document.AppendTable(FeaturesHeading, report.Controls.SelectMany(control => control.Features.Select(feature => FeatureRow(control.Control.Id, feature))));
        document.AppendTable(NotApplicableHeading, report.NotApplicable.Select(feature => FeatureRow(feature.Feature.Control ?? "", feature)));
        document.TryAppend($"Azure % = {Formulas.Azure}. Strict % = {Formulas.Strict}. Both count distinct resources. {report.Headline.Completeness}\n");
        return document.Finish();
    }

    private const string ControlsHeading =
        "## Controls\n\n| Control | Status | Severity | Non-compliant | Compliant | Exempt | Unknown | Error, conflict | Azure % | Strict % |\n"
        + "|---|---|---|--:|--:|--:|--:|--:|--:|--:|\n";

    private const string FeaturesHeading = "## Features\n\n| Control | Feature | Status | Policies | Note |\n|---|---|---|--:|---|\n";

    private const string NotApplicableHeading = "## Features that do not apply\n\n| Control | Feature | Status | Policies | Note |\n|---|---|---|--:|---|\n";

    private static void WriteHeadline(MarkdownDocument document, ComplianceReport report)
    {
        var headline = report.Headline;
        document.TryAppend($"{Marker}\n# {MarkdownText.Text(headline.Title)}\n\n**{headline.Verdict}**\n\n");
        document.TryAppend($"- Azure's percentage: **{headline.Azure}**\n- Strict percentage: **{headline.Strict}**\n- Coverage: {headline.Coverage}\n");
        document.TryAppend($"- Environment: {MarkdownText.Text(report.Run.Environment)}, assignment {MarkdownText.Code(report.Run.AssignmentId)}\n");
        document.TryAppend($"- Read: {ReportTime.Text(report.Run.StartedAt)} with {MarkdownText.Text(report.Run.Tool)}. {headline.Completeness}\n\n");
        foreach (var diagnostic in report.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning))
            document.TryAppend($"> [!WARNING]\n> {diagnostic.Code}: {MarkdownText.Text(diagnostic.Message)}.\n\n");
    }

    private static string ControlRow(ControlResult result)
    {
        var counts = result.Resources;
        return ReportHeadline.Invariant(
            $"| **{MarkdownText.Text(result.Control.Id)}** {MarkdownText.Text(result.Control.Title)} | {Status(result.Status)} | {result.Severity ?? "-"} | {counts.NonCompliant} | {counts.Compliant} | {counts.Exempt} | {counts.Unknown} | {result.States.Error + result.States.Conflict} | {counts.Azure} | {counts.Strict} |");
    }

    private static string FeatureRow(string control, FeatureResult result) => ReportHeadline.Invariant(
        $"| {MarkdownText.Text(control)} | {MarkdownText.Text(result.Feature.Name)} | {Status(result.Status)} | {result.Policies.Length} | {MarkdownText.Text(result.Feature.OutcomeText ?? "")} |");

    internal static string Status(ControlStatus status) => status switch
    {
        ControlStatus.Fail => "❌ Fail",
        ControlStatus.Error => "⚠️ Error",
        ControlStatus.Pass => "✅ Pass",
        _ => ControlStatuses.Label(status),
    };
}

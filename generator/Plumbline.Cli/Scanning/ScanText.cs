using System.Globalization;
using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Scanning;

/// <summary>A report for people: a block for each finding, as compilers print them, then the counts.</summary>
internal static class ScanText
{
    /// <summary>The text; LF, a final newline.</summary>
    public static string Write(ScanReport report, bool showsChanges)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings) Append(text, finding, showsChanges);
        if (text.Length > 0) text.Append('\n');
        var totals = report.Totals;
        text.Append(CultureInfo.InvariantCulture, $"{totals.Resources} resource(s), {report.Policies} policies: {totals.NonCompliant} violation(s), {totals.Errors} error(s), {totals.Unknown} unknown, {totals.Compliant} compliant");
        if (totals.Manual > 0) text.Append(CultureInfo.InvariantCulture, $", {totals.Manual} to be attested");
        if (totals.Protected > 0) text.Append(CultureInfo.InvariantCulture, $", {totals.Protected} protected");
        text.Append('\n');
        if (!report.Known.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"{report.Known.Length} of them known to the baseline and not listed\n");
        if (totals.Unreached > 0) text.Append(CultureInfo.InvariantCulture, $"{totals.Unreached} resource(s) are outside of the scope of the assignment\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ScanFinding finding, bool showsChanges)
    {
        Line(text, $"{PlaceOf(finding.Location)}: {WordOf(finding.State)} {finding.Policy.RuleId}: {finding.Policy.DisplayName}{(finding.Effect.Length > 0 ? $" ({finding.Effect})" : "")}");
        Line(text, $"  {finding.ResourceId}");
        Line(text, $"  {finding.Message}");
        if (finding.Policy.Advice is { Length: > 0 } advice && finding.State == FindingState.NonCompliant) Line(text, $"  help: {advice}");
        if (!showsChanges) return;
        foreach (var change in finding.Changes) Line(text, $"  would change {change.Path}: {change.Before ?? "nothing"} -> {change.After ?? "nothing"}");
        foreach (var deployment in finding.Deployments) Line(text, $"  would deploy {deployment}");
    }

    private static void Line(StringBuilder text, string line) => text.Append(TerminalText.Encode(line)).Append('\n');

    private static string WordOf(FindingState state) => state switch
    {
        FindingState.NonCompliant => "violation",
        FindingState.Unknown => "unknown",
        _ => "error",
    };

    private static string PlaceOf(SourceLocation location) => location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{location.File}:{span.Line}:{span.Column}")
        : location.Path is { } path ? $"{location.File}: {path}"
        : location.File;
}

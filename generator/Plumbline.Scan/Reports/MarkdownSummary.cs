using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Reports;

/// <summary>A report as the comment of a pull request: short enough for GitHub, with a hidden mark by which a later run finds its comment again.</summary>
public static partial class MarkdownSummary
{
    /// <summary>The mark in the first line.</summary>
    public const string Marker = "<!-- plumbline:scan -->";

    /// <summary>The most characters a comment has; GitHub takes 65,536.</summary>
    public const int MaximumLength = 60_000;

    private const int MaximumCell = 400;

    /// <summary>The comment; LF, a final newline. What does not fit is counted.</summary>
    public static string Write(ScanReport report, bool showsChanges)
    {
        var text = new StringBuilder();
        text.Append(Marker).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"### Plumbline scan: {Headline(report)}\n\n");
        AppendCounts(text, report);
        AppendFindings(text, report, showsChanges);
        AppendDiagnostics(text, report);
        return text.ToString();
    }

    private static string Headline(ScanReport report)
    {
        var (violations, unknown) = (report.Findings.Count(finding => finding.State != FindingState.Unknown) + report.Omitted, report.Findings.Count(finding => finding.State == FindingState.Unknown));
        return violations == 0 && unknown == 0 ? "nothing found" : string.Create(CultureInfo.InvariantCulture, $"{violations} violation(s), {unknown} unknown");
    }

    private static void AppendCounts(StringBuilder text, ScanReport report)
    {
        var totals = report.Totals;
        text.Append("| resources | policies | violations | errors | unknown | compliant | known |\n|---:|---:|---:|---:|---:|---:|---:|\n");
        text.Append(CultureInfo.InvariantCulture, $"| {totals.Resources} | {report.Policies} | {totals.NonCompliant} | {totals.Errors} | {totals.Unknown} | {totals.Compliant} | {report.Known.Length} |\n\n");
    }

    private static void AppendFindings(StringBuilder text, ScanReport report, bool showsChanges)
    {
        if (report.Findings.IsEmpty) return;
        text.Append("| | where | policy | resource | why |\n|---|---|---|---|---|\n");
        var shown = 0;
        foreach (var finding in report.Findings.OrderBy(finding => finding.State == FindingState.Unknown))
        {
            var row = Row(finding, showsChanges);
            if (text.Length + row.Length > MaximumLength - 2_000) break;
            text.Append(row);
            shown++;
        }

        var rest = report.Findings.Length - shown + report.Omitted;
        if (rest > 0) text.Append(CultureInfo.InvariantCulture, $"\n{rest} more finding(s) are in the other formats of the report.\n");
    }

    private static string Row(ScanFinding finding, bool showsChanges)
    {
        var effects = showsChanges
            ? string.Concat(finding.Changes.Take(10).Select(change => $"<br>would change {Cell(change.Path)}: {Cell(change.Before ?? "nothing")} → {Cell(change.After ?? "nothing")}").Concat(finding.Deployments.Take(10).Select(one => $"<br>would deploy {Cell(one)}")))
            : "";
        return $"| {finding.State} | {Cell(PlaceOf(finding.Location))} | {Cell(finding.Policy.DisplayName)} ({Cell(finding.Effect)}) | {Cell(finding.ResourceId)} | {Cell(finding.Message)}{effects} |\n";
    }

    private static void AppendDiagnostics(StringBuilder text, ScanReport report)
    {
        const int most = 5;
        if (report.Diagnostics.IsEmpty) return;
        text.Append("\nNot everything could be evaluated:\n\n");
        foreach (var item in report.Diagnostics.Take(most)) text.Append(CultureInfo.InvariantCulture, $"- {item.Code} {Cell(PlaceOf(item.Location))}: {Cell(item.Message)}\n");
        if (report.Diagnostics.Length > most) text.Append(CultureInfo.InvariantCulture, $"- and {report.Diagnostics.Length - most} more\n");
    }

    private static string PlaceOf(SourceLocation location) => location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{location.File}:{span.Line}") : location.File;

    // Names come from documents: nothing of them may be markup, a mention, or a link to an issue.
    private static string Cell(string text)
    {
        var shortened = text.Length <= MaximumCell ? text : string.Concat(text.AsSpan(0, MaximumCell - 3), "...");
        var plain = shortened.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return Invisible().Replace(Special().Replace(plain, match => $"&#{(int)match.Value[0]};"), " ");
    }

    [GeneratedRegex(@"[|`@\\*_\[\]~]|(?<!&)#")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Invisible();
}

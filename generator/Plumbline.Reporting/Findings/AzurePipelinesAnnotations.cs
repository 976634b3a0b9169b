using System.Globalization;

namespace Plumbline.Reporting.Findings;

/// <summary>Writes findings as logging commands, which Azure Pipelines shows with the run.</summary>
public static class AzurePipelinesAnnotations
{
    /// <summary>One command a finding, worst first. Azure Pipelines has errors and warnings only: advice is a plain line of the log.</summary>
    public static IEnumerable<string> Lines(FindingReport report) => report.Worst(int.MaxValue).Select(Line);

    private static string Line(Finding finding)
    {
        var message = finding.Help is null ? finding.Message : $"{finding.Message}. {finding.Help}";
        if (finding.Level == FindingLevel.Note) return Plain($"{finding.Location.File}: {finding.RuleId}: {message}");
        var place = finding.Location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"linenumber={span.Line};columnnumber={span.Column};") : "";
        var type = finding.Level == FindingLevel.Error ? "error" : "warning";
        return $"##vso[task.logissue type={type};sourcepath={Property(finding.Location.File)};{place}code={Property(finding.RuleId)};]{Data(message)}";
    }

    // A line that is only printed must not become a command: those start with ## and something in brackets.
    private static string Plain(string text) => Data(text).Replace("##", "# #", StringComparison.Ordinal);

    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}

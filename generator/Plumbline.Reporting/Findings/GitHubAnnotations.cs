using System.Globalization;

namespace Plumbline.Reporting.Findings;

/// <summary>Writes findings as workflow commands, which GitHub Actions shows on the lines of a pull request.</summary>
public static class GitHubAnnotations
{
    // GitHub shows 10 annotations of a kind for a step, and 50 for a job.
    private const int Shown = 50;

    /// <summary>One command a finding, worst first; a last one counts those beyond what GitHub shows.</summary>
    public static IEnumerable<string> Lines(FindingReport report)
    {
        foreach (var finding in report.Worst(Shown)) yield return Line(finding);
        var left = report.Active.Skip(Shown).Count();
        if (left > 0) yield return string.Create(CultureInfo.InvariantCulture, $"::notice title=Plumbline::{left} more findings are not shown here");
    }

    private static string Line(Finding finding)
    {
        var level = finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "notice" };
        var place = finding.Location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $",line={span.Line},col={span.Column}") : "";
        var message = finding.Help is null ? finding.Message : $"{finding.Message}\n{finding.Help}";
        return $"::{level} file={Property(finding.Location.File)}{place},title={Property(finding.RuleId)}::{Data(message)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

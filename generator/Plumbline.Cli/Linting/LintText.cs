using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Lint.Findings;

namespace Plumbline.Cli.Linting;

/// <summary>Findings for people: place, severity, rule and message, the line of the document, the help; then how many there were.</summary>
internal static class LintText
{
    /// <summary>The text, with a final newline.</summary>
    public static string Of(ImmutableArray<LintResult> results)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            foreach (var finding in result.Active) Append(text, result, finding);
        }

        return text.Append(Summary(results)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, LintResult result, LintFinding finding)
    {
        var place = finding.Location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{finding.Location.File}:{span.Line}:{span.Column}") : finding.Location.File;
        text.Append(TerminalText.Encode($"{place}: {SeverityNames.Of(finding.Severity)} {finding.RuleId}: {finding.Message}")).Append('\n');
        if (finding.Location.Span is { } at) DiagnosticRenderer.AppendSnippet(text, result.Source, at);
        if (finding.Help is { } help) text.Append("  help: ").Append(TerminalText.Encode(help)).Append('\n');
    }

    private static string Summary(ImmutableArray<LintResult> results)
    {
        var counts = results.SelectMany(result => result.Active).CountBy(finding => finding.Severity).ToDictionary();
        var parts = Enum.GetValues<LintSeverity>().Reverse().Where(counts.ContainsKey).Select(severity => string.Create(CultureInfo.InvariantCulture, $"{counts[severity]} {SeverityNames.Of(severity)}{(severity is LintSeverity.Warning or LintSeverity.Error && counts[severity] > 1 ? "s" : "")}"));
        var suppressed = results.Sum(result => result.Findings.Count(finding => finding.Suppression is not null));
        var found = counts.Count == 0 ? "nothing found" : string.Join(", ", parts);
        return string.Create(CultureInfo.InvariantCulture, $"{results.Length} {(results.Length == 1 ? "file" : "files")}: {found}{(suppressed == 0 ? "" : $", {suppressed} suppressed")}.");
    }
}

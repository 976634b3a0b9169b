using System.Collections.Immutable;
using System.Text;
using Plumbline.Lint;
using Plumbline.Lint.Findings;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Linting;

/// <summary>The forms in which findings are told.</summary>
internal static class LintFormats
{
    /// <summary>The text of a format.</summary>
    public static string Text(string format, ImmutableArray<LintResult> results, LintOptions options) => format switch
    {
        "json" => LintJson.Of(results),
        "sarif" => Sarif(Report(results, options)),
        "github" => Lines(GitHubAnnotations.Lines(Report(results, options))),
        "azure-pipelines" => Lines(AzurePipelinesAnnotations.Lines(Report(results, options))),
        _ => LintText.Of(results),
    };

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Sarif(FindingReport report)
    {
        using var buffer = new MemoryStream();
        SarifWriter.Write(report, buffer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static FindingReport Report(ImmutableArray<LintResult> results, LintOptions options)
    {
        var version = ToolVersion.Text.Split(' ')[^1];
        var rules = PolicyLinter.Rules.Select(rule => new FindingRule(rule.Id, rule.Title, rule.Title + ".", LevelOf(options.Severities.GetValueOrDefault(rule.Id, rule.Severity))));
        return new FindingReport("lint", version, [.. rules], [.. results.SelectMany(result => result.Findings).Select(Finding)]);
    }

    private static Finding Finding(LintFinding finding) => new(finding.RuleId, LevelOf(finding.Severity), finding.Message, finding.Location) { Help = finding.Help, Suppression = finding.Suppression };

    private static FindingLevel LevelOf(LintSeverity severity) => severity switch
    {
        LintSeverity.Informational => FindingLevel.Note,
        LintSeverity.Warning => FindingLevel.Warning,
        _ => FindingLevel.Error,
    };
}

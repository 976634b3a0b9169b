using System.Collections.Immutable;
using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Linting;

/// <summary>Findings in the formats of the command.</summary>
internal static class LintReport
{
    /// <summary>The text of a format.</summary>
    public static string Text(string format, ImmutableArray<LintedFile> files) => format switch
    {
        "json" => LintJson.Of(files),
        "sarif" => Sarif(Report(files)),
        "github" => Lines(GitHubAnnotations.Lines(Report(files))),
        "azure-pipelines" => Lines(AzurePipelinesAnnotations.Lines(Report(files))),
        _ => Lines(LintText.Of(files).Select(TerminalText.Encode)),
    };

    private static FindingReport Report(ImmutableArray<LintedFile> files) => new(
        "lint",
        ToolVersion.Text,
        [.. RuleRegistry.All.Select(rule => new FindingRule(rule.Id, rule.Title, rule.Title, Level(rule.Severity)) { Tags = ["azure-policy"] }), .. SuppressionRules.Ids.Order(StringComparer.Ordinal).Select(id => new FindingRule(id, id, id, FindingLevel.Warning))],
        [.. files.SelectMany(file => file.Result.Findings).Select(Finding)]);

    private static Finding Finding(LintFinding finding) => new(finding.Rule, Level(finding.Severity), finding.Message, finding.Location)
    {
        Help = finding.Help,
        Suppression = finding.Suppression,
    };

    private static FindingLevel Level(LintSeverity severity) => severity switch
    {
        LintSeverity.Informational => FindingLevel.Note,
        LintSeverity.Warning => FindingLevel.Warning,
        _ => FindingLevel.Error,
    };

    private static string Sarif(FindingReport report)
    {
        using var buffer = new MemoryStream();
        SarifWriter.Write(report, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}

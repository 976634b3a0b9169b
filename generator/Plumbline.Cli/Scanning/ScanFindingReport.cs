using Plumbline.Reporting.Findings;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Scanning;

/// <summary>A scan's findings in the terms of the shared outputs.</summary>
internal static class ScanFindingReport
{
    /// <summary>The report; a rule is a policy.</summary>
    public static FindingReport Of(ScanReport report)
    {
        var known = report.Known.Select(item => Of(item.Finding) with { Suppression = $"known until {item.Until:yyyy-MM-dd}; owner: {item.Owner}" });
        var rules = report.Findings.Concat(report.Known.Select(item => item.Finding)).Select(finding => finding.Policy)
            .DistinctBy(policy => policy.RuleId, StringComparer.Ordinal).OrderBy(policy => policy.RuleId, StringComparer.Ordinal).Select(Rule);
        return new FindingReport("scan", ToolVersion.Text, [.. rules], [.. report.Findings.Select(Of), .. known]);
    }

    /// <summary>How much a finding matters: what is not known warns, what is violated counts as much as its policy does.</summary>
    public static FindingLevel LevelOf(ScanFinding finding) => finding.State == FindingState.Unknown ? FindingLevel.Warning : finding.State == FindingState.Error ? FindingLevel.Error : LevelOf(finding.Policy);

    private static FindingLevel LevelOf(FindingPolicy policy) => policy.Severity switch
    {
        "low" => FindingLevel.Note,
        "medium" => FindingLevel.Warning,
        _ => FindingLevel.Error,
    };

    private static Finding Of(ScanFinding finding) => new(finding.Policy.RuleId, LevelOf(finding), MessageOf(finding), finding.Location)
    {
        Help = finding.Policy.Advice,
        Fingerprint = $"{finding.Key.ResourceId}|{finding.Key.DefinitionId}|{finding.Key.ReferenceId}",
    };

    private static string MessageOf(ScanFinding finding) => finding.State switch
    {
        FindingState.Unknown => $"Not known whether {finding.ResourceId} satisfies '{finding.Policy.DisplayName}': {finding.Message}",
        FindingState.Error => $"The evaluation of '{finding.Policy.DisplayName}' failed on {finding.ResourceId}: {finding.Message}",
        _ => $"{finding.ResourceId} violates '{finding.Policy.DisplayName}' ({finding.Effect}): {finding.Message}",
    };

    private static FindingRule Rule(FindingPolicy policy) => new(policy.RuleId, policy.DisplayName, policy.Description.Length > 0 ? policy.Description : policy.DisplayName, LevelOf(policy))
    {
        HelpMarkdown = policy.Advice,
        Tags = [.. policy.Groups.Prepend("security").Prepend("azure-policy").Distinct(StringComparer.Ordinal)],
        SecuritySeverity = policy.Severity switch { "critical" => 9.5m, "high" => 8m, "medium" => 5m, "low" => 2m, _ => null },
    };
}

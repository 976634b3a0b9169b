using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting.Findings;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Reports;

namespace Plumbline.Cli.Scanning;

/// <summary>A scan as JUnit: a suite for each policy with findings, a case for each of them, and one that stands for all verdicts that are compliant.</summary>
internal static class ScanJUnit
{
    /// <summary>The suites in the order of their names.</summary>
    public static IEnumerable<JUnitSuite> Of(ScanReport report)
    {
        var known = report.Known.Select(item => (item.Finding, Case: CaseOf(item.Finding) with { Outcome = JUnitOutcome.Skipped, Message = $"known until {item.Until:yyyy-MM-dd}; owner: {item.Owner}" }));
        var suites = report.Findings.Select(finding => (Finding: finding, Case: CaseOf(finding))).Concat(known)
            .GroupBy(item => item.Finding.Policy.RuleId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new JUnitSuite(group.Key, group.First().Finding.Policy.SetName, [.. group.Select(item => item.Case)]));
        return [Summary(report), .. suites];
    }

    private static JUnitSuite Summary(ScanReport report)
    {
        var compliant = string.Create(CultureInfo.InvariantCulture, $"{report.Totals.Compliant} compliant verdicts on {report.Totals.Resources} resources");
        var problems = report.Diagnostics.Where(item => item.IsError).Select(item => new JUnitCase($"{PlaceOf(item.Location)} {item.Code}", "plumbline.scan", TimeSpan.Zero, JUnitOutcome.Error, item.Message, item.Help));
        return new JUnitSuite("scan", "plumbline", [new JUnitCase(compliant, "plumbline.scan", TimeSpan.Zero, JUnitOutcome.Passed), .. problems]);
    }

    private static JUnitCase CaseOf(ScanFinding finding) => new(
        finding.ResourceId,
        finding.Policy.RuleId,
        TimeSpan.Zero,
        finding.State switch { FindingState.NonCompliant => JUnitOutcome.Failed, FindingState.Error => JUnitOutcome.Error, _ => JUnitOutcome.Skipped },
        finding.Message,
        $"{PlaceOf(finding.Location)}: {finding.Policy.DisplayName} ({finding.Effect})");

    private static string PlaceOf(SourceLocation location) => location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{location.File}:{span.Line}:{span.Column}") : location.File;
}

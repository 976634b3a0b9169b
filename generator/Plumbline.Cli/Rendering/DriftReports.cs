using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Policy.Diagnostics;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Rendering;

/// <summary>Drift in the terms of the shared outputs: JUnit, SARIF and annotations.</summary>
internal static class DriftReports
{
    /// <summary>A suite a class with a failed case an object, and a passed case that stands for everything as declared.</summary>
    public static IEnumerable<JUnitSuite> JUnit(DeploymentPlan plan, ImmutableArray<DriftFinding> findings)
    {
        var unchanged = new JUnitCase($"{plan.Unchanged} objects are as declared", "plumbline.drift", TimeSpan.Zero, JUnitOutcome.Passed);
        var classes = findings.GroupBy(finding => finding.Class).OrderBy(same => same.Key)
            .Select(same => new JUnitSuite(same.Key.Word(), plan.Environment.Name, [.. same.Select(Case)]));
        return [new JUnitSuite("drift", plan.Environment.Name, [unchanged]), .. classes];
    }

    /// <summary>The findings with their files and lines. What is not declared anywhere is shown at <paramref name="configuration"/>.</summary>
    public static FindingReport Findings(ImmutableArray<DriftFinding> findings, string configuration) => new(
        "drift",
        ToolVersion.Text,
        [.. findings.Select(finding => finding.Class).Distinct().Order().Select(Rule)],
        [.. findings.Select(finding => new Finding(RuleId(finding.Class), LevelOf(finding.Class), $"{finding.ObjectId}: {finding.Message}", Location(finding.Source, configuration)) { Help = finding.Class.Advice(), Fingerprint = finding.ObjectId.ToLowerInvariant() })]);

    private static JUnitCase Case(DriftFinding finding) =>
        new(finding.ObjectId, $"plumbline.drift.{finding.Class.Word()}", TimeSpan.Zero, JUnitOutcome.Failed, finding.Message, $"{finding.Class.Advice()}.{(finding.Source is { } source ? $"\ndeclared in {source}" : string.Empty)}");

    private static FindingRule Rule(DriftClass kind) => new(RuleId(kind), kind.Title(), $"{kind.Title()}. {kind.Advice()}.", LevelOf(kind)) { Tags = ["azure-policy", "drift"] };

    private static string RuleId(DriftClass kind) => $"drift/{kind.Word()}";

    private static FindingLevel LevelOf(DriftClass kind) => kind switch
    {
        DriftClass.Missing or DriftClass.Edited or DriftClass.MissingRole => FindingLevel.Error,
        DriftClass.DocumentsChanged => FindingLevel.Note,
        _ => FindingLevel.Warning,
    };

    // file.yaml:12 or file.json; a colon may be part of a name, so only digits at the end are a line.
    private static SourceLocation Location(string? source, string configuration)
    {
        if (source is null) return new SourceLocation(configuration);
        var colon = source.LastIndexOf(':');
        return colon > 0 && int.TryParse(source.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? new SourceLocation(source[..colon], new TextSpan(line, 1, 0))
            : new SourceLocation(source);
    }
}

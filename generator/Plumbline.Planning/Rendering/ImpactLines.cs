using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The lines of what a change means for resources.</summary>
internal static class ImpactLines
{
    /// <summary>How many resources are named.</summary>
    public const int MostFindings = 20;

    /// <summary>The headline, a line a control that something changes for, and the worst resources.</summary>
    public static ImmutableArray<PlanLine> Of(PlanImpact impact)
    {
        var changed = impact.Controls.Where(Changes).ToList();
        var rest = impact.Controls.Length - changed.Count;
        return
        [
            new(PlanLineStyle.Heading, 0, "Impact on resources"),
            new(PlanLineStyle.Plain, 2, Headline(impact)),
            .. changed.Select(control => new PlanLine(StyleOf(control), 2, $"{ControlName.Short(control.Control)}: {Counts(control)}")),
            .. rest > 0 && changed.Count > 0 ? [new PlanLine(PlanLineStyle.Faint, 2, $"{CountWords.Of(rest, "other control")}: no change")] : ImmutableArray<PlanLine>.Empty,
            .. impact.Findings.Take(MostFindings).Select(finding => new PlanLine(StyleOf(finding), 4, Finding(finding))),
            .. impact.Findings.Length > MostFindings ? [new PlanLine(PlanLineStyle.Faint, 4, $"... {CountWords.Of(impact.Findings.Length - MostFindings)} more; the plan file has them all")] : ImmutableArray<PlanLine>.Empty,
        ];
    }

    /// <summary>What was evaluated, and whether something changes.</summary>
    public static string Headline(PlanImpact impact)
    {
        var sources = impact.Sources.IsEmpty ? string.Empty : $": {string.Join(", ", impact.Sources)}";
        return $"{CountWords.Of(impact.Resources, "resource")} evaluated{sources}. {(impact.Controls.Any(Changes) ? "What changes:" : "None changes its state.")}";
    }

    /// <summary>Whether something changes for a control.</summary>
    public static bool Changes(ControlImpact control) => control.NewlyNonCompliant + control.NewlyCompliant + control.Denied + control.Modified + control.Deployed > 0;

    /// <summary>What happens to a resource, in words.</summary>
    public static string Words(string change) => change switch
    {
        "denied" => "would be denied at its next write",
        "newlyNonCompliant" => "becomes non-compliant",
        "newlyCompliant" => "becomes compliant",
        "modified" => "would be modified",
        "deployed" => "would get something deployed",
        _ => change,
    };

    private static string Counts(ControlImpact control)
    {
        (int Count, string Words)[] counts =
        [
            (control.Denied, "would be denied at the next write"), (control.NewlyNonCompliant, "newly non-compliant"), (control.Modified, "would be modified"),
            (control.Deployed, "would get something deployed"), (control.NewlyCompliant, "newly compliant"), (control.Compliant, "compliant afterwards"),
        ];
        return string.Join(", ", counts.Where(one => one.Count > 0).Select(one => $"{CountWords.Of(one.Count)} {one.Words}"));
    }

    private static string Finding(ResourceImpact finding) => $"{finding.ResourceId} {Words(finding.Change)}: {finding.Policy}{(finding.Source is { } source ? $" ({source})" : string.Empty)}";

    private static PlanLineStyle StyleOf(ControlImpact control) => control.Denied > 0 ? PlanLineStyle.Delete : control.NewlyNonCompliant > 0 ? PlanLineStyle.Warning : PlanLineStyle.Plain;

    private static PlanLineStyle StyleOf(ResourceImpact finding) => finding.Change switch { "denied" => PlanLineStyle.Delete, "newlyNonCompliant" => PlanLineStyle.Warning, _ => PlanLineStyle.Plain };
}

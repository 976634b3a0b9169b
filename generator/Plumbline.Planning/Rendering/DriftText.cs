using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>Writes drift as lines: a headline a class, an object a line.</summary>
public static class DriftText
{
    /// <summary>The lines; one when there is no drift.</summary>
    /// <param name="plan">The plan the findings are from.</param>
    /// <param name="findings">The findings.</param>
    public static ImmutableArray<PlanLine> Lines(DeploymentPlan plan, ImmutableArray<DriftFinding> findings)
    {
        if (findings.IsEmpty) return [new(PlanLineStyle.Plain, 0, plan.Unchanged == 1 ? "No drift. 1 object is as declared." : $"No drift. {CountWords.Of(plan.Unchanged)} objects are as declared.")];
        return
        [
            new(PlanLineStyle.Heading, 0, $"Drift of environment {plan.Environment.Name}: {CountWords.Of(findings.Length, "finding")}; {CountWords.Of(plan.Unchanged, "object")} as declared"), PlanLine.Empty,
            .. findings.GroupBy(finding => finding.Class).OrderBy(same => same.Key).SelectMany(Class),
        ];
    }

    private static IEnumerable<PlanLine> Class(IGrouping<DriftClass, DriftFinding> same) =>
    [
        new(PlanLineStyle.Heading, 0, $"{same.Key.Title()} ({CountWords.Of(same.Count())})"),
        new(PlanLineStyle.Faint, 2, $"{same.Key.Advice()}."),
        .. same.Select(finding => new PlanLine(same.Key == DriftClass.DocumentsChanged ? PlanLineStyle.Update : PlanLineStyle.Warning, 2, $"{finding.ObjectId}: {finding.Message}{(finding.Source is { } source ? $" (declared in {source})" : string.Empty)}")),
        PlanLine.Empty,
    ];
}

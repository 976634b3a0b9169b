using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Scan.Impact;

namespace Plumbline.Cli.Impact;

/// <summary>Sums up what a change means: per control, and per resource. Pure: the same comparisons give the same impact.</summary>
internal static class ImpactCalculator
{
    /// <summary>How many findings an impact lists; all are counted.</summary>
    public const int MaximumFindings = 5_000;

    private const string NoControl = "(none)";

    private static readonly ImmutableArray<string> WorstFirst = ["denied", "newlyNonCompliant", "modified", "deployed", "newlyCompliant"];

    /// <summary>The impact of a change on resources.</summary>
    /// <param name="before">What is assigned before it.</param>
    /// <param name="after">What is assigned after it.</param>
    /// <param name="inputs">The resources.</param>
    /// <param name="now">The time of the run.</param>
    /// <param name="problems">Gets what could not be evaluated.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static PlanImpact Compute(ImpactWorld before, ImpactWorld after, ImpactInputs inputs, DateTimeOffset now, ImmutableArray<Diagnostic>.Builder problems, CancellationToken cancellationToken) =>
        Sum(inputs.Sources, new ImpactEngine(before, after, now).Compare(inputs.Batches, problems, cancellationToken));

    /// <summary>The impact from compared resources.</summary>
    public static PlanImpact Sum(ImmutableArray<string> sources, IEnumerable<ResourceComparison> comparisons)
    {
        var controls = new SortedDictionary<string, ControlTally>(StringComparer.Ordinal);
        var (findings, resources) = (new List<ResourceImpact>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var comparison in comparisons)
        {
            resources.Add(comparison.Resource.Label);
            Tally(comparison, controls);
            findings.AddRange(Findings(comparison));
        }

        return new(
            sources,
            resources.Count,
            [.. controls.Select(control => control.Value.Impact(control.Key))],
            [.. findings.Distinct().OrderBy(finding => WorstFirst.IndexOf(finding.Change)).ThenBy(finding => finding.ResourceId, StringComparer.Ordinal).ThenBy(finding => finding.Policy, StringComparer.Ordinal).Take(MaximumFindings)]);
    }

    private static void Tally(ResourceComparison comparison, SortedDictionary<string, ControlTally> controls)
    {
        var before = comparison.Before.SelectMany(Controls).ToLookup(pair => pair.Control, pair => pair.Outcome, StringComparer.Ordinal);
        var after = comparison.After.SelectMany(Controls).ToLookup(pair => pair.Control, pair => pair.Outcome, StringComparer.Ordinal);
        foreach (var control in before.Select(group => group.Key).Union(after.Select(group => group.Key), StringComparer.Ordinal))
        {
            if (!controls.TryGetValue(control, out var tally)) controls[control] = tally = new ControlTally();
            tally.Add(comparison.Resource.Label, before[control], after[control]);
        }
    }

    private static IEnumerable<(string Control, PolicyOutcome Outcome)> Controls(PolicyOutcome outcome) =>
        outcome.Policy.Groups.IsEmpty ? [(NoControl, outcome)] : outcome.Policy.Groups.Distinct(StringComparer.Ordinal).Select(group => (group, outcome));

    // A definition that got a successor is the same member of the same initiative; one that is assigned by itself is told by its name.
    private static IEnumerable<ResourceImpact> Findings(ResourceComparison comparison)
    {
        var before = comparison.Before.ToLookup(outcome => outcome.Policy.RuleId, StringComparer.OrdinalIgnoreCase);
        foreach (var same in comparison.After.GroupBy(outcome => outcome.Policy.RuleId, StringComparer.OrdinalIgnoreCase))
        {
            if (ChangeOf([.. before[same.Key]], [.. same]) is not { } change) continue;
            var worst = same.OrderByDescending(outcome => outcome.Effect == PolicyOutcome.Denied).ThenByDescending(outcome => outcome.State).First();
            yield return new(comparison.Resource.Label, same.Key, change, Place(worst.Location));
        }
    }

    private static string? ChangeOf(ImmutableArray<PolicyOutcome> before, ImmutableArray<PolicyOutcome> after)
    {
        if (IsNew(before, after, PolicyOutcome.Denied)) return "denied";
        if (ControlTally.WorstOf(after) == ImpactState.NonCompliant && ControlTally.WorstOf(before) != ImpactState.NonCompliant) return "newlyNonCompliant";
        if (IsNew(before, after, EffectNames.Modify) || IsNew(before, after, EffectNames.Append)) return "modified";
        if (IsNew(before, after, EffectNames.DeployIfNotExists)) return "deployed";
        return ControlTally.WorstOf(after) == ImpactState.Compliant && ControlTally.WorstOf(before) == ImpactState.NonCompliant ? "newlyCompliant" : null;
    }

    private static bool IsNew(ImmutableArray<PolicyOutcome> before, ImmutableArray<PolicyOutcome> after, string effect) =>
        after.Any(outcome => outcome.Effect == effect) && !before.Any(outcome => outcome.Effect == effect);

    private static string? Place(SourceLocation location) =>
        location.File.Length == 0 ? null : location.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{location.File}:{span.Line}") : location.File;
}

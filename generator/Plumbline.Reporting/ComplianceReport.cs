using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting;

/// <summary>A baseline joined with the states of its policies: every control and every feature is accounted for, and no row is dropped.</summary>
/// <param name="Controls">In the order of the outline; every one of them.</param>
/// <param name="NotApplicable">The features the benchmark excludes for the service.</param>
/// <param name="OtherPolicies">Policies that have states but that the baseline does not know, by reference id.</param>
/// <param name="Resources">Distinct resources by state after the roll-up over all policies of the assignment: what Azure's portal counts for it.</param>
/// <param name="States">Pairs of policy and resource by state, before the roll-up.</param>
/// <param name="Coverage">Customer controls with at least one live check, of all customer controls.</param>
/// <param name="Freshness">When the states were evaluated, or null when no row says.</param>
/// <param name="Diagnostics">What a reader must know before trusting the numbers.</param>
public sealed record ComplianceReport(
    BaselineOutline Baseline,
    RunInformation Run,
    ImmutableArray<ControlResult> Controls,
    ImmutableArray<FeatureResult> NotApplicable,
    ImmutableArray<PolicyResult> OtherPolicies,
    StateCounts Resources,
    StateCounts States,
    Percentage Coverage,
    Freshness? Freshness,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether as many states were read as Azure says there are.</summary>
    public bool IsComplete => Run.StatesRead == Run.StatesExpected;

    /// <summary>The sentences and counts every format starts with.</summary>
    public ReportHeadline Headline => ReportHeadline.Of(this);

    /// <summary>Joins an outline with rows. The order of the rows does not matter.</summary>
    public static ComplianceReport Build(BaselineOutline baseline, ImmutableArray<ComplianceRow> rows, RunInformation run) =>
        new ReportBuilder(baseline, rows, run).Build();
}

using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The verdict on a control.</summary>
/// <param name="Severity">The highest severity of the policies that count, or null when none does.</param>
/// <param name="IsCustomerControl">Whether at least one feature is the customer's to configure.</param>
/// <param name="Resources">Distinct resources by state after the roll-up over the control's policies; compensating policies do not count.</param>
/// <param name="States">Pairs of policy and resource by state, before the roll-up: shows errors and conflicts that a compliant state outranks.</param>
/// <param name="Features">In the order of the outline; every one of them.</param>
public sealed record ControlResult(
    ControlOutline Control,
    ControlStatus Status,
    string? Severity,
    bool IsCustomerControl,
    StateCounts Resources,
    StateCounts States,
    ImmutableArray<FeatureResult> Features)
{
    /// <summary>Whether at least one policy that counts has a state.</summary>
    public bool HasLiveCheck => States.Total > 0;
}

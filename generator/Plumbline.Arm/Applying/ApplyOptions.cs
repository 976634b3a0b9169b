using System.Collections.Immutable;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>How a plan is applied or rolled back.</summary>
public sealed record ApplyOptions
{
    /// <summary>Everything, from the beginning.</summary>
    public static ApplyOptions Default { get; } = new();

    /// <summary>The lanes whose operations are written. Those of others are expected to be done by somebody else.</summary>
    public ImmutableArray<PlanLane> Lanes { get; init; } = [PlanLane.Policy, PlanLane.Rbac, PlanLane.Exemption];

    /// <summary>The journal of an earlier run of the same plan, to go on from there or to roll it back; empty to begin.</summary>
    public ImmutableArray<JournalEvent> Earlier { get; init; } = [];

    /// <summary>What diagnostics call the journal.</summary>
    public string JournalName { get; init; } = "journal.jsonl";

    /// <summary>How fast requests are sent.</summary>
    public RequestLimits Limits { get; init; } = RequestLimits.Default;

    /// <summary>How often and how long to try again; null for what suits the endpoint.</summary>
    public RetryRules? Rules { get; init; }
}

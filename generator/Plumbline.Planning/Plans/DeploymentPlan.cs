using System.Collections.Immutable;

namespace Plumbline.Planning.Plans;

/// <summary>What applying would do. A plan is a document: the same state and the same declarations give the same text and the same <see cref="PlanId"/>.</summary>
/// <param name="Header">Who made it and when: what differs between two runs over the same state.</param>
/// <param name="Environment">Where it is for.</param>
/// <param name="Inputs">Digests of what was planned from.</param>
/// <param name="Baseline">What was read.</param>
/// <param name="Limits">The guards it was held against.</param>
/// <param name="Operations">In the order in which they can be done: by phase, then by <see cref="PlanOperation.Op"/>.</param>
/// <param name="Unchanged">How many objects are as they are to be.</param>
/// <param name="Foreign">Objects that were seen, are not ours and stay untouched; in ordinal order of their ids.</param>
/// <param name="Warnings">What a reader should know; in the order in which it was found.</param>
/// <param name="Impact">What the change would mean for resources, or null when nothing was evaluated.</param>
public sealed record DeploymentPlan(
    PlanHeader Header,
    PlanEnvironment Environment,
    PlanInputs Inputs,
    PlanBaseline Baseline,
    PlanLimits Limits,
    ImmutableArray<PlanOperation> Operations,
    int Unchanged,
    ImmutableArray<ForeignObject> Foreign,
    ImmutableArray<PlanWarning> Warnings,
    PlanImpact? Impact)
{
    /// <summary><c>sha256:</c> and the digest of everything except the header, as it stands in the file.</summary>
    public string PlanId { get; init; } = string.Empty;

    /// <summary>What the guards have against it; a plan with any is not applied.</summary>
    public ImmutableArray<PlanWarning> Refusals { get; init; } = [];

    /// <summary>Whether applying would write anything.</summary>
    public bool HasChanges => !Operations.IsEmpty;

    /// <summary>How many operations have an action.</summary>
    public int Count(PlanAction action) => Operations.Count(operation => operation.Action == action);
}

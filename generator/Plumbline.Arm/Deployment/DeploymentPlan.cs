using System.Collections.Immutable;

namespace Plumbline.Arm.Deployment;

/// <summary>What applying would do, in the order in which it is done: what others depend on first, deletions last.</summary>
/// <param name="Scope">The scope of the assignment.</param>
/// <param name="Changes">Definitions, initiative, assignment; then what is not wanted any more, dependants first.</param>
public sealed record DeploymentPlan(string Scope, ImmutableArray<PlannedChange> Changes)
{
    /// <summary>Whether applying would write anything.</summary>
    public bool HasChanges => Changes.Any(change => change.Action is ChangeAction.Create or ChangeAction.Update or ChangeAction.Delete);

    /// <summary>How many objects the plan does this with.</summary>
    public int Count(ChangeAction action) => Changes.Count(change => change.Action == action);
}

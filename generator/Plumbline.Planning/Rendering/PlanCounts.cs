using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>How many objects a plan concerns. An object that is written twice, because it is enforced later than it is made, counts once.</summary>
/// <param name="ByAction">How many objects have an action, for each that occurs, the worst first.</param>
/// <param name="Objects">The operation of each object that says what happens to it.</param>
internal sealed record PlanCounts(ImmutableArray<(PlanAction Action, int Count)> ByAction, ImmutableArray<PlanOperation> Objects)
{
    /// <summary>Counts the objects of a plan.</summary>
    public static PlanCounts Of(DeploymentPlan plan)
    {
        ImmutableArray<PlanOperation> objects = [.. plan.Operations.Where(operation => !IsLaterStep(plan, operation))];
        var byAction = objects.CountBy(operation => operation.Action).ToDictionary();
        return new([.. ActionWords.WorstFirst.Where(byAction.ContainsKey).Select(action => (action, byAction[action]))], objects);
    }

    /// <summary>Whether an operation writes again what another operation of the plan is about.</summary>
    public static bool IsLaterStep(DeploymentPlan plan, PlanOperation operation) =>
        operation.Phase == PlanPhase.Enforcement && plan.Operations.Any(other => other.Phase != PlanPhase.Enforcement && string.Equals(other.Id, operation.Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The counts in one line, such as <c>1 to delete, 2 to create; 134 stay as they are.</c></summary>
    public string Sentence(int unchanged)
    {
        var counts = string.Join(", ", ByAction.Select(one => $"{CountWords.Of(one.Count)} to {one.Action.CountVerb()}"));
        return $"{counts}; {CountWords.Of(unchanged)} {(unchanged == 1 ? "stays" : "stay")} as declared.";
    }
}

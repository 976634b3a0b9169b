using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>How an assignment is enforced before and after a plan.</summary>
/// <param name="First">The operation that says what the assignment is.</param>
/// <param name="Before">The enforcement mode that it has; null when it does not exist.</param>
/// <param name="After">The enforcement mode that it has when everything is done.</param>
internal sealed record EnforcementChange(PlanOperation First, string? Before, string After)
{
    /// <summary>The path of the mode in a difference.</summary>
    public const string Path = "/properties/enforcementMode";

    /// <summary>The assignments that are enforced differently afterwards, and the new ones; in the order of the plan. Deleted ones and successors are told as such.</summary>
    public static IEnumerable<EnforcementChange> Of(DeploymentPlan plan) =>
        from same in plan.Operations.Where(one => one.Kind == ArmObjectKind.PolicyAssignment).GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
        where same.All(one => one.Action is not (PlanAction.Delete or PlanAction.Successor))
        let change = new EnforcementChange(same.First(), ModeBefore(same.First()), ModeOf(same.Last().Body))
        where change.Before != change.After
        select change;

    /// <summary>The change in a sentence.</summary>
    public PlanStatement Statement()
    {
        var what = $"{ObjectWords.LabelWithPlace(First)}";
        return (Before, After) switch
        {
            (null, "Default") => new(PlanLineStyle.Create, "Starts enforcing", $"new {what}: requests that violate a policy with deny are refused."),
            (null, _) => new(PlanLineStyle.Create, "Starts reporting", $"new {what} ({After}): resources are judged, nothing is refused or changed."),
            (_, "Default") => new(PlanLineStyle.Update, "Starts enforcing", $"{what}, which was {Before}: requests that violate a policy with deny are refused."),
            _ => new(PlanLineStyle.Delete, "Stops enforcing", $"{what} ({After}): resources are judged, nothing is refused or changed."),
        };
    }

    private static string? ModeBefore(PlanOperation operation)
    {
        if (operation.Action == PlanAction.Create) return null;
        if (operation.Diff.FirstOrDefault(one => one.Path == Path) is { } difference) return difference.Before is TextValue text ? text.Value : "Default";
        return ModeOf(operation.Body);
    }

    private static string ModeOf(ObjectValue? body) =>
        body?["properties"] is ObjectValue properties && properties["enforcementMode"] is TextValue { Value.Length: > 0 } mode ? mode.Value : "Default";
}

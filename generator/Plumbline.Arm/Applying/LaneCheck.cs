using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>Finds out whether operations of lanes that somebody else applies are done: their objects are there as wanted.</summary>
internal sealed class LaneCheck(DeploymentPlan plan, LiveState live)
{
    /// <summary>Whether an operation is done.</summary>
    public bool IsDone(PlanOperation operation)
    {
        if (operation.Body is null) return live.Find(operation.Id) is null;
        if (operation.Principal is { } role) return IsGiven(operation, role);

        // An object that is written twice is done as either says: the second may have been done too.
        return live.Find(operation.Id) is { } found
            && plan.Operations.Any(other => other.Body is { } body && string.Equals(other.Id, operation.Id, StringComparison.OrdinalIgnoreCase) && ObjectComparison.IsAsWanted(operation.Kind, found.Document, body));
    }

    private bool IsGiven(PlanOperation operation, RolePrincipal role)
    {
        if (live.Find(operation.Id) is not null) return true;
        return live.Find(role.AssignmentId) is { } assignment
            && RolePrincipals.PrincipalOf(assignment, role) is { } principal
            && live.Of(ArmObjectKind.RoleAssignment).Any(given => RolePrincipals.IsSame(given, role, principal));
    }
}

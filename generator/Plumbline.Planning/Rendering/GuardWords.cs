using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The guards a plan was held against, in a sentence.</summary>
internal static class GuardWords
{
    private const int MostNames = 5;

    /// <summary>The sentence. Roles, and what a successor takes the place of, do not count as deletes.</summary>
    public static string Of(DeploymentPlan plan)
    {
        var limits = plan.Limits;
        var superseded = plan.Operations.Select(operation => operation.Supersedes).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var deletes = plan.Operations.Count(operation => operation.Action == PlanAction.Delete && operation.Kind != ArmObjectKind.RoleAssignment && !superseded.Contains(operation.Id));
        var protect = limits.Protect.IsEmpty ? string.Empty : $"; never {CountWords.List(limits.Protect, MostNames)}";
        var roles = limits.AllowPrivilegedRoles.IsEmpty ? "no privileged roles" : $"privileged roles only {CountWords.List(limits.AllowPrivilegedRoles, MostNames)}";
        return $"Guards: {CountWords.Of(deletes)} of at most {CountWords.Of(limits.MaximumDeletes, "delete")}{protect}; {roles}.";
    }
}

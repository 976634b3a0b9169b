using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The guards a plan was held against, in a sentence.</summary>
internal static class GuardWords
{
    private const int MostNames = 5;

    /// <summary>The sentence.</summary>
    public static string Of(DeploymentPlan plan)
    {
        var limits = plan.Limits;
        var deletes = plan.Count(PlanAction.Delete) + plan.Count(PlanAction.Recreate);
        var protect = limits.Protect.IsEmpty ? string.Empty : $"; never {CountWords.List(limits.Protect, MostNames)}";
        var roles = limits.AllowPrivilegedRoles.IsEmpty ? "privileged roles are refused" : $"privileged roles allowed: {CountWords.List(limits.AllowPrivilegedRoles, MostNames)}";
        return $"Guards: {CountWords.Of(deletes)} of at most {CountWords.Of(limits.MaximumDeletes, "delete")}{protect}; recreating is {(limits.AllowRecreate ? "allowed" : "refused")}; {roles}.";
    }
}

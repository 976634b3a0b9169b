namespace Plumbline.Policy.Effects;

/// <summary>
/// Decides between modify policies that give one property different values. Azure's documentation: one whose conflictEffect is deny wins over those with another,
/// which skip all of their operations; two with deny refuse the request; when none has deny, none of them is applied.
/// </summary>
internal static class PlanConflicts
{
    private const string Reason = "another policy gives the property another value";

    /// <summary>The plans that are left, in their order; what is lost is noted.</summary>
    public static IEnumerable<ModifyPlan> Resolve(IReadOnlyList<ModifyPlan> plans, ResourceChanges changes)
    {
        var last = plans.Select(plan => LastOf(plan, changes)).ToList();
        var lost = new HashSet<ModifyPlan>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < plans.Count; i++)
        {
            for (var j = i + 1; j < plans.Count; j++)
            {
                if (Contradiction(last[i], last[j]) is { } field) Lose(plans[i], plans[j], field, lost, changes);
            }
        }

        return plans.Where(plan => !lost.Contains(plan));
    }

    private static void Lose(ModifyPlan left, ModifyPlan right, string field, HashSet<ModifyPlan> lost, ResourceChanges changes)
    {
        var bothDeny = left.ConflictEffect == ConflictEffect.Deny && right.ConflictEffect == ConflictEffect.Deny;
        foreach (var plan in (ReadOnlySpan<ModifyPlan>)[left, right])
        {
            if (plan.ConflictEffect == ConflictEffect.Deny && !bothDeny) continue;
            if (lost.Add(plan)) plan.GiveUp(field, Reason, changes);
        }
    }

    // What a plan leaves at each path: its last operation there.
    private static Dictionary<string, ModifyStep> LastOf(ModifyPlan plan, ResourceChanges changes)
    {
        var last = new Dictionary<string, ModifyStep>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in plan.Steps) last[changes.PathOf(step.Field)] = step;
        return last;
    }

    private static string? Contradiction(Dictionary<string, ModifyStep> left, Dictionary<string, ModifyStep> right) =>
        left.FirstOrDefault(pair => right.TryGetValue(pair.Key, out var other) && !Equals(pair.Value.Value, other.Value)).Value?.Field;
}

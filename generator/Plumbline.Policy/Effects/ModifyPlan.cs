using System.Collections.Immutable;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>What one modify policy is going to do.</summary>
/// <param name="Record">The policy.</param>
/// <param name="ConflictEffect">What follows when it cannot be done.</param>
/// <param name="Steps">The operations whose condition holds and that can be made, in their order.</param>
internal sealed record ModifyPlan(AssignmentRecord Record, ConflictEffect ConflictEffect, ImmutableArray<ModifyStep> Steps)
{
    /// <summary>The plan of a policy; what cannot be made is skipped or refuses the request, as its conflictEffect says.</summary>
    public static ModifyPlan Of(AssignmentRecord record, ModifyChecks checks, ResourceChanges changes)
    {
        var details = record.Details as ObjectValue;
        var plan = new ModifyPlan(record, ConflictEffectOf(details?["conflictEffect"]), []);
        if (details?["operations"] is not ArrayValue operations) return plan;
        var steps = operations.Items.OfType<ObjectValue>().Where(IsWanted).Select(ModifyStep.Of).ToList();

        // One operation on the identity of anything but a virtual machine makes the whole policy not applicable.
        if (steps.FirstOrDefault(checks.IsForeignIdentity) is { } identity)
        {
            changes.Skip(record, identity.Field, "only the identity of virtual machines and scale sets can be modified");
            return plan;
        }

        return plan with { Steps = [.. steps.Where(step => plan.CanBeMade(step, checks, changes))] };
    }

    /// <summary>Refuses the request, or leaves the change out, as the conflictEffect says.</summary>
    public void GiveUp(string field, string reason, ResourceChanges changes)
    {
        if (ConflictEffect == ConflictEffect.Deny) changes.Refuse(Record, field, reason);
        else changes.Skip(Record, field, reason);
    }

    private bool CanBeMade(ModifyStep step, ModifyChecks checks, ResourceChanges changes)
    {
        if (checks.Skips(step) is { } skipped) changes.Skip(Record, step.Field, skipped);
        else if (checks.Refuses(step) is { } refused) GiveUp(step.Field, refused, changes);
        else return true;
        return false;
    }

    // A condition that is still text asks for the api-version of a request, and there is none: every version will do.
    private static bool IsWanted(ObjectValue operation) => operation["condition"] is not BooleanValue { Value: false };

    private static ConflictEffect ConflictEffectOf(PolicyValue? value) =>
        value is TextValue text && Enum.TryParse<ConflictEffect>(text.Value, ignoreCase: true, out var effect) ? effect : ConflictEffect.Deny;
}

/// <summary>The <c>conflictEffect</c> of modify.</summary>
internal enum ConflictEffect
{
    Deny,
    Audit,
    Disabled,
}

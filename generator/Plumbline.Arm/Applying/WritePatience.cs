using Plumbline.Arm.Sending;

namespace Plumbline.Arm.Applying;

/// <summary>Decides about one write whether it is tried again, and when.</summary>
/// <param name="rules">How often and how long.</param>
/// <param name="refersToNew">Whether a refusal is about something that this run has just created or deleted, which not all of Azure knows yet.</param>
internal sealed class WritePatience(RetryRules rules, Func<ArmFailure, bool> refersToNew)
{
    private readonly Patience service = new(rules);
    private int conflicts;
    private int looks;

    /// <summary>How long it waited in all for something to become visible.</summary>
    public TimeSpan WaitedForVisibility { get; private set; }

    /// <summary>How long to wait before the next try; null when there is none.</summary>
    public TimeSpan? Next(ArmAnswer answer)
    {
        if (answer.Failure is not { } failure) return null;
        if (service.Next(answer) is { } busy) return busy;
        if (failure.Code is FailureCodes.ScopeLocked or FailureCodes.RoleAssignmentExists) return null;
        if (failure.Kind == ArmFailureKind.Conflict) return ++conflicts < rules.ConflictTries ? rules.TransientWait(conflicts) : null;
        if (failure.Code == FailureCodes.PrincipalNotFound) return Look(rules.PrincipalBudget);
        return FailureCodes.MayBeInvisible(failure) && refersToNew(failure) ? Look(FailureCodes.IsOutOfScope(failure) ? rules.OutOfScopeBudget : rules.ConsistencyBudget) : null;
    }

    private TimeSpan? Look(TimeSpan budget)
    {
        if (WaitedForVisibility >= budget) return null;
        var wait = rules.ConsistencyWait(++looks);
        if (wait > budget - WaitedForVisibility) wait = budget - WaitedForVisibility;
        WaitedForVisibility += wait;
        return wait;
    }
}

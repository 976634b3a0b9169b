using System.Collections.Immutable;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>Collects how the operations of a run ended, and makes the result of it. Safe for use by several threads.</summary>
internal sealed class RunEnds
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, AppliedOperation> done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FailedOperation> failed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BlockedOperation> blocked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StaleObject> stale = new(StringComparer.Ordinal);

    /// <summary>All that is done, in the plan's order.</summary>
    public ImmutableArray<AppliedOperation> DoneIn(DeploymentPlan plan)
    {
        lock (gate) return InOrder(plan, done);
    }

    /// <summary>Notes an end.</summary>
    public void Add(AppliedOperation one)
    {
        lock (gate) done[one.Operation.Op] = one;
    }

    /// <summary>Notes a failure; what was taken as done is not.</summary>
    public void Add(FailedOperation one)
    {
        lock (gate)
        {
            done.Remove(one.Operation.Op);
            failed[one.Operation.Op] = one;
        }
    }

    /// <summary>Notes one that is left out.</summary>
    public void Add(BlockedOperation one)
    {
        lock (gate) blocked[one.Operation.Op] = one;
    }

    /// <summary>Notes an object that is not as expected.</summary>
    public void Add(StaleObject one)
    {
        lock (gate) stale[one.Operation.Op] = one;
    }

    /// <summary>Notes how a write ended, here and in the journal, and tells what that means for the rest.</summary>
    public NodeEnd Note(PlanOperation operation, OperationEnd end, RunJournal journal)
    {
        switch (end)
        {
            case OperationEnd.Written written:
                Add(new AppliedOperation(operation, written.Id, written.Digest, IsEarlier: false));
                return NodeEnd.Done;
            case OperationEnd.Stale stale:
                journal.Stale(stale.Object);
                Add(stale.Object);
                return NodeEnd.Stop;
            case OperationEnd.Failed failed:
                if (failed.Failure.Kind != ApplyFailureKind.Journal) journal.Failed(operation, failed.Failure);
                Add(new FailedOperation(operation, failed.Failure));
                return ApplyFailures.IsHopeless(failed.Failure) ? NodeEnd.Stop : NodeEnd.Failed;
            default:
                return NodeEnd.Stop;
        }
    }

    /// <summary>The lists, for the operations that were to be done.</summary>
    public ApplyResult Result(DeploymentPlan plan, ImmutableArray<PlanOperation> chosen, bool isCancelled, ApplyRequests requests)
    {
        lock (gate)
        {
            var ended = done.Keys.Concat(failed.Keys).Concat(blocked.Keys).Concat(stale.Keys).ToHashSet(StringComparer.Ordinal);
            ImmutableArray<PlanOperation> open = [.. chosen.Where(operation => !ended.Contains(operation.Op))];
            var hasProblems = failed.Count + blocked.Count > 0;
            var outcome = stale.Count > 0 ? ApplyOutcome.Stale
                : isCancelled && (!open.IsEmpty || failed.Values.Any(one => one.Failure.Kind == ApplyFailureKind.Interrupted)) ? ApplyOutcome.Interrupted
                : hasProblems || !open.IsEmpty ? ApplyOutcome.Partial
                : ApplyOutcome.Complete;
            return new(outcome, plan.PlanId)
            {
                Done = InOrder(plan, done),
                Failed = InOrder(plan, failed),
                Blocked = InOrder(plan, blocked),
                Stale = InOrder(plan, stale),
                NotStarted = open,
                OtherLane = [.. plan.Operations.Where(operation => !chosen.Contains(operation))],
                Requests = requests,
            };
        }
    }

    private static ImmutableArray<T> InOrder<T>(DeploymentPlan plan, Dictionary<string, T> ends) =>
        [.. plan.Operations.Select(operation => ends.TryGetValue(operation.Op, out var end) ? end : default).OfType<T>()];
}

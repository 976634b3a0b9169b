using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>Finds what a rollback has to undo: what a journal says is done, and what was sent and turns out to be done. The object has to be as the run left it.</summary>
internal sealed class RollbackStart(JournalState journal, LiveState live)
{
    private readonly ImmutableArray<(PlanOperation Operation, OperationStart Start, Expectation Expected)>.Builder open =
        ImmutableArray.CreateBuilder<(PlanOperation, OperationStart, Expectation)>();
    private readonly ImmutableArray<AppliedOperation>.Builder undone = ImmutableArray.CreateBuilder<AppliedOperation>();
    private readonly ImmutableArray<StaleObject>.Builder stale = ImmutableArray.CreateBuilder<StaleObject>();

    /// <summary>What is to be undone, with what has to be there.</summary>
    public ImmutableArray<(PlanOperation Operation, OperationStart Start, Expectation Expected)> Open => open.ToImmutable();

    /// <summary>What an earlier rollback undid.</summary>
    public ImmutableArray<AppliedOperation> Undone => undone.ToImmutable();

    /// <summary>What is not as the run left it.</summary>
    public ImmutableArray<StaleObject> Stale => stale.ToImmutable();

    /// <summary>Looks at operations, which are in the plan's order.</summary>
    public void Check(IEnumerable<PlanOperation> operations)
    {
        foreach (var sameObject in operations.GroupBy(operation => PlanGraph.ObjectKey(operation, IdOf(operation)), StringComparer.OrdinalIgnoreCase))
            CheckObject(IdOf(sameObject.First()), [.. sameObject.Reverse()]);
    }

    private string IdOf(PlanOperation operation) => journal.Of(operation.Op).Id ?? operation.Id;

    private void CheckObject(string id, ImmutableArray<PlanOperation> lastFirst)
    {
        var now = live.Find(id);
        var left = Latest(lastFirst);
        var isFirst = true;
        foreach (var operation in lastFirst)
        {
            var record = journal.Of(operation.Op);
            if (record.Status == OperationStatus.Undone) undone.Add(new(operation, id, record.LiveDigest, true));
            if (record.Status is OperationStatus.Unsent or OperationStatus.Undone) continue;
            if (record.Status == OperationStatus.Unknown && !TookEffect(operation, id, now)) continue;
            Add(operation, id, isFirst, record.Status == OperationStatus.Unknown ? ExpectationOf(now) : left, now);
            isFirst = false;
        }
    }

    // How the run, or a rollback, left the object: what the last event that finished anything about it says.
    private Expectation Latest(ImmutableArray<PlanOperation> operations) =>
        Expectation.Left(operations.Select(operation => journal.Of(operation.Op)).Where(record => record.Sequence >= 0).MaxBy(record => record.Sequence)?.LiveDigest);

    // Sent without an answer: done, not done, or somebody else's change.
    private bool TookEffect(PlanOperation operation, string id, ArmObject? now)
    {
        if (new ObjectWrite(operation, id, operation.Body, Expectation.Absent).IsSatisfiedBy(now)) return true;
        var before = new ObjectWrite(operation, id, operation.Body, Expectation.Of(operation.Precondition));
        if (!before.Expected.Fits(now) && operation.Precondition.Digest is not null) stale.Add(StaleObjects.Of(before, now));
        return false;
    }

    private void Add(PlanOperation operation, string id, bool isFirst, Expectation expected, ArmObject? now)
    {
        var isSent = journal.Of(operation.Op).Status == OperationStatus.Undoing;
        var write = new ObjectWrite(operation, id, operation.Inverse.Body, expected);
        if (isFirst && !expected.Fits(now) && !(isSent && write.IsSatisfiedBy(now))) stale.Add(StaleObjects.Of(write, now));
        open.Add((operation, new(false, id, null, isSent), expected));
    }

    private static Expectation ExpectationOf(ArmObject? now) => Expectation.Left(now is null ? null : ObjectDigest.OfLive(now));
}

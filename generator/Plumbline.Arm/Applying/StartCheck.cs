using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>
/// Compares what an endpoint has with what a plan, and the journal of an earlier run, say it has. What is done has to be as it was left, what is open as the plan found it;
/// what was sent without an answer has to be one of the two. Anything else is somebody else's change.
/// </summary>
internal sealed class StartCheck(JournalState journal, LiveState live)
{
    private readonly ImmutableDictionary<string, OperationStart>.Builder starts = ImmutableDictionary.CreateBuilder<string, OperationStart>(StringComparer.Ordinal);
    private readonly ImmutableArray<StaleObject>.Builder stale = ImmutableArray.CreateBuilder<StaleObject>();
    private readonly ImmutableArray<AppliedOperation>.Builder found = ImmutableArray.CreateBuilder<AppliedOperation>();

    /// <summary>Checks operations, which are in the plan's order.</summary>
    public RunStart Check(IEnumerable<PlanOperation> operations)
    {
        foreach (var sameObject in operations.GroupBy(operation => PlanGraph.ObjectKey(operation, IdOf(operation)), StringComparer.OrdinalIgnoreCase))
            CheckObject(IdOf(sameObject.First()), [.. sameObject]);

        return new(starts.ToImmutable(), stale.ToImmutable(), found.ToImmutable());
    }

    private string IdOf(PlanOperation operation) => journal.Of(operation.Op).Id ?? operation.Id;

    private void CheckObject(string id, ImmutableArray<PlanOperation> operations)
    {
        var now = live.Find(id);
        var done = operations.TakeWhile(operation => journal.Of(operation.Op).Status == OperationStatus.Done).ToImmutableArray();
        foreach (var operation in done) starts[operation.Op] = new(true, id, journal.Of(operation.Op).LiveDigest, false);

        var left = done.IsEmpty ? null : Expectation.Left(journal.Of(done[^1].Op).LiveDigest);
        if (done.Length == operations.Length)
        {
            if (left is not null) Expect(new(operations[^1], id, operations[^1].Body, left), now);
            return;
        }

        CheckOpen(id, operations[done.Length], left, now);
        foreach (var later in operations.Skip(done.Length + 1)) starts[later.Op] = new(false, id, null, journal.Of(later.Op).Status == OperationStatus.Unknown);
    }

    private void CheckOpen(string id, PlanOperation operation, Expectation? left, ArmObject? now)
    {
        var isSent = journal.Of(operation.Op).Status == OperationStatus.Unknown;
        var write = new ObjectWrite(operation, id, operation.Body, left ?? Expectation.Of(operation.Precondition));
        starts[operation.Op] = new(false, id, null, isSent);
        if (IsUnresolved(operation, id)) return;

        // The name of a role assignment says whose, which and where: one of that name is the one that is wanted.
        if ((isSent || (operation.Principal is not null && operation.Body is not null)) && write.IsSatisfiedBy(now))
        {
            var digest = now is null ? null : ObjectDigest.OfLive(now);
            starts[operation.Op] = new(true, id, digest, false);
            found.Add(new(operation, id, digest, true));
        }
        else
        {
            Expect(write, now);
        }
    }

    private void Expect(ObjectWrite write, ArmObject? now)
    {
        if (!write.Expected.Fits(now)) stale.Add(StaleObjects.Of(write, now));
    }

    // The id of a role assignment follows from the principal.
    private static bool IsUnresolved(PlanOperation operation, string id) => operation.Principal is not null && operation.Body is not null && id.EndsWith('}');
}

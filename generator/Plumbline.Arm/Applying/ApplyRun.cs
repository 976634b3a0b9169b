using System.Collections.Immutable;
using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Applying;

/// <summary>One run of a plan, from the first look to reading back.</summary>
internal sealed class ApplyRun
{
    private readonly DeploymentPlan plan;
    private readonly ApplyOptions options;
    private readonly RunJournal journal;
    private readonly ArmSender sender;
    private readonly LiveStateReader reader;
    private readonly CancellationToken cancellation;
    private readonly RunState state = new();
    private readonly RunEnds ends = new();
    private readonly PlanGraph graph;
    private readonly OperationRunner runner;
    private readonly ImmutableDictionary<string, PlanOperation> byOp;
    private readonly ImmutableArray<PlanOperation> chosen;
    private ImmutableArray<string> gateBlockers = [];
    private ImmutableArray<ApplyFailure> failures = [];

    /// <summary>A run; nothing is sent yet.</summary>
    public ApplyRun(ArmSender sender, DeploymentPlan plan, ApplyOptions options, RunJournal journal, CancellationToken cancellation)
    {
        (this.sender, this.plan, this.options, this.journal, this.cancellation) = (sender, plan, options, journal, cancellation);
        reader = new LiveStateReader(sender);
        graph = new PlanGraph(plan);
        runner = new OperationRunner(sender, plan, journal, state);
        byOp = plan.Operations.DistinctBy(operation => operation.Op).ToImmutableDictionary(operation => operation.Op, StringComparer.Ordinal);
        chosen = [.. plan.Operations.Where(operation => options.Lanes.Contains(operation.Lane))];
    }

    /// <summary>Runs.</summary>
    public async Task<ApplyResult> RunAsync()
    {
        var earlier = JournalState.Of(options.Earlier);
        if (Refusal(earlier) is { } refusal) return new(ApplyOutcome.Refused, plan.PlanId) { Refusals = [refusal], NotStarted = chosen };

        journal.Tell(ApplyStep.Checking);
        var reading = await reader.ReadAsync(PlanQuery.Of(plan), PlanQuery.Roles(plan, earlier.Operations.Values.Select(one => one.Id).OfType<string>()), cancellation);
        if (reading.State is not { } live) return Unread(reading.Failures);

        var start = new StartCheck(earlier, live).Check(chosen);
        journal.Begin(plan.PlanId, !options.Earlier.IsEmpty, null);
        foreach (var stale in start.Stale) ends.Add(stale);
        if (!start.Stale.IsEmpty) return End(Result());
        Accept(start);
        var open = chosen.Where(operation => !start.Operations[operation.Op].IsDone).ToImmutableArray();
        if (open.IsEmpty) return End(Result() with { Outcome = ApplyOutcome.AlreadyComplete });

        await WriteAsync(start, open, live);
        return End(await ReadBackAsync());
    }

    private Diagnostic? Refusal(JournalState earlier)
    {
        var at = new SourceLocation(options.JournalName);
        if (options.Earlier.IsEmpty) return null;
        if (earlier.PlanId != plan.PlanId) return DiagnosticCatalog.JournalOfAnotherPlan(at, earlier.PlanId, plan.PlanId);
        return earlier.IsRolledBack ? DiagnosticCatalog.JournalRolledBack(at) : null;
    }

    private ApplyResult Unread(ImmutableArray<ArmFailure> unread) => Result() with { Outcome = ApplyOutcome.Partial, Failures = FailuresOf(unread) };

    private ImmutableArray<ApplyFailure> FailuresOf(ImmutableArray<ArmFailure> unread) =>
        [.. unread.Select(failure => ApplyFailures.Of(failure, new SourceLocation($"environment {plan.Environment.Name}")))];

    private ApplyResult Result() => ends.Result(plan, chosen, cancellation.IsCancellationRequested, sender.Requests) with { Failures = failures };

    // What earlier runs did counts as done; what they created may still be invisible somewhere.
    private void Accept(RunStart start)
    {
        foreach (var found in start.Found) journal.Found(found.Operation, JournalEventKind.Done, found.Id, found.LiveDigest);
        foreach (var operation in chosen)
        {
            if (start.Operations[operation.Op] is not { IsDone: true } done) continue;
            ends.Add(new AppliedOperation(operation, done.Id, done.Digest, IsEarlier: true));
            state.Note(done.Id, done.Digest, isNewOrGone: !operation.Precondition.Exists || done.Digest is null);
        }
    }

    private Task WriteAsync(RunStart start, ImmutableArray<PlanOperation> open, LiveState live)
    {
        var lanes = new LaneCheck(plan, live);
        var known = plan.Operations
            .Where(operation => !open.Contains(operation))
            .ToImmutableDictionary(operation => operation.Op, operation => IsChosen(operation) || lanes.IsDone(operation) ? NodeEnd.Done : NodeEnd.Failed);
        var run = new GraphRun(options.Limits.Writers, op => op == PlanGraph.Gate ? PassGateAsync() : DoAsync(byOp[op], start.Operations[op]), Block);
        return run.RunAsync([.. graph.NodesOf(open).Select(node => node with { Requires = [.. node.Requires.Where(op => MustBeDone(node.Key, op))] })], known, cancellation);
    }

    // The gate looks at other lanes itself when its turn has come, and a role waits for the principal of its assignment, whoever applies that.
    private bool MustBeDone(string node, string required)
    {
        if (required == PlanGraph.Gate || IsChosen(byOp[required])) return true;
        return node != PlanGraph.Gate && !(byOp[node].Kind == ArmObjectKind.RoleAssignment && byOp[required].Kind == ArmObjectKind.PolicyAssignment);
    }

    private bool IsChosen(PlanOperation operation) => options.Lanes.Contains(operation.Lane);

    private async Task<NodeEnd> DoAsync(PlanOperation operation, OperationStart start)
    {
        OperationEnd end;
        try
        {
            end = await runner.RunAsync(operation, start, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            end = ApplyFailures.JournalNotWritten(operation, options.JournalName, exception);
        }

        return ends.Note(operation, end, journal);
    }

    // INVARIANT: nothing is deleted before everything that adds is done, in all lanes.
    private async Task<NodeEnd> PassGateAsync()
    {
        var others = plan.Operations.Where(operation => !IsChosen(operation) && !PlanGraph.IsDelete(operation)).ToImmutableArray();
        if (others.IsEmpty) return NodeEnd.Done;
        var reading = await reader.ReadAsync(PlanQuery.Of(plan), PlanQuery.Roles(plan, []), CancellationToken.None);
        if (reading.State is { } live)
        {
            var lanes = new LaneCheck(plan, live);
            gateBlockers = [.. others.Where(operation => !lanes.IsDone(operation)).Select(operation => operation.Op)];
            return gateBlockers.IsEmpty ? NodeEnd.Done : NodeEnd.Failed;
        }

        failures = FailuresOf(reading.Failures);
        return NodeEnd.Stop;
    }

    private void Block(string op, ImmutableArray<string> by)
    {
        if (op == PlanGraph.Gate)
        {
            gateBlockers = by;
            return;
        }

        by = [.. by.SelectMany(one => one == PlanGraph.Gate ? gateBlockers : [one]).Distinct(StringComparer.Ordinal)];
        journal.Blocked(byOp[op], by);
        ends.Add(new BlockedOperation(byOp[op], by));
    }

    private async Task<ApplyResult> ReadBackAsync()
    {
        var result = Result();
        if (result.Outcome is ApplyOutcome.Stale or ApplyOutcome.Interrupted || result.Done.All(one => one.IsEarlier) || result.Failed.Any(one => ApplyFailures.IsHopeless(one.Failure))) return result;

        journal.Tell(ApplyStep.ReadingBack);
        var (different, unread) = await new ReadBack(sender, reader, plan).CheckAsync(result.Done, CancellationToken.None);
        foreach (var one in different)
        {
            journal.Failed(one.Operation, one.Failure);
            ends.Add(one);
        }

        return unread.IsEmpty ? Result() : Unread(unread);
    }

    private ApplyResult End(ApplyResult result)
    {
        if (result.Failed.Any(one => one.Failure.Kind == ApplyFailureKind.Journal)) return result;
        journal.End(RunSummary.Of(result));
        return result;
    }
}

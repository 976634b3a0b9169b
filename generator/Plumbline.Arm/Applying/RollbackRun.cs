using System.Collections.Immutable;
using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Applying;

/// <summary>One rollback: the inverse of each operation that is done, in the reverse of the order in which they depend on each other.</summary>
internal sealed class RollbackRun
{
    private readonly DeploymentPlan plan;
    private readonly ApplyOptions options;
    private readonly RunJournal journal;
    private readonly ArmSender sender;
    private readonly CancellationToken cancellation;
    private readonly RunState state = new();
    private readonly RunEnds ends = new();
    private readonly PlanGraph graph;
    private readonly OperationRunner runner;

    /// <summary>A rollback; nothing is sent yet.</summary>
    public RollbackRun(ArmSender sender, DeploymentPlan plan, ApplyOptions options, RunJournal journal, CancellationToken cancellation)
    {
        (this.sender, this.plan, this.options, this.journal, this.cancellation) = (sender, plan, options, journal, cancellation);
        graph = new PlanGraph(plan);
        runner = new OperationRunner(sender, plan, journal, state);
    }

    /// <summary>Runs.</summary>
    public async Task<ApplyResult> RunAsync()
    {
        var earlier = JournalState.Of(options.Earlier);
        if (earlier.PlanId != plan.PlanId)
            return new(ApplyOutcome.Refused, plan.PlanId) { Refusals = [DiagnosticCatalog.JournalOfAnotherPlan(new SourceLocation(options.JournalName), earlier.PlanId, plan.PlanId)] };

        journal.Tell(ApplyStep.Checking);
        var reading = await new LiveStateReader(sender).ReadAsync(PlanQuery.Of(plan), PlanQuery.Roles(plan, earlier.Operations.Values.Select(one => one.Id).OfType<string>()), cancellation);
        if (reading.State is not { } live)
        {
            var at = new SourceLocation($"environment {plan.Environment.Name}");
            return new(ApplyOutcome.Partial, plan.PlanId) { Failures = [.. reading.Failures.Select(failure => ApplyFailures.Of(failure, at))], Requests = sender.Requests };
        }

        var start = new RollbackStart(earlier, live);
        start.Check(plan.Operations.Where(operation => options.Lanes.Contains(operation.Lane)));
        return await RunAsync(start);
    }

    private async Task<ApplyResult> RunAsync(RollbackStart start)
    {
        ImmutableArray<PlanOperation> chosen = [.. start.Undone.Select(one => one.Operation), .. start.Open.Select(one => one.Operation)];
        foreach (var one in start.Undone) ends.Add(one);
        foreach (var one in start.Stale) ends.Add(one);
        if (start.Stale.IsEmpty && start.Open.IsEmpty) return ends.Result(plan, chosen, false, sender.Requests) with { Outcome = ApplyOutcome.AlreadyComplete, OtherLane = [] };

        journal.Begin(plan.PlanId, isResumed: true, "rollback");
        if (start.Stale.IsEmpty) await UndoAsync(start);
        var result = ends.Result(plan, chosen, cancellation.IsCancellationRequested, sender.Requests) with { OtherLane = [] };
        if (!result.Failed.Any(one => one.Failure.Kind == ApplyFailureKind.Journal)) journal.End($"rollback {RunSummary.Of(result)}");
        return result;
    }

    private Task UndoAsync(RollbackStart start)
    {
        var open = start.Open.ToImmutableDictionary(one => one.Operation.Op, StringComparer.Ordinal);
        var run = new GraphRun(options.Limits.Writers, op => UndoAsync(open[op].Operation, open[op].Start, open[op].Expected), (op, by) => Block(open[op].Operation, by));
        return run.RunAsync(Reversed([.. start.Open.Select(one => one.Operation)]), ImmutableDictionary<string, NodeEnd>.Empty, cancellation);
    }

    // What an operation required is undone after it; what deleted is undone before what added.
    private ImmutableArray<GraphNode> Reversed(ImmutableArray<PlanOperation> operations)
    {
        var dependants = operations.SelectMany(operation => graph.RequirementsOf(operation).Select(required => (required, operation.Op))).ToLookup(pair => pair.required, pair => pair.Op);
        var deletes = operations.Where(PlanGraph.IsDelete).ToImmutableArray();
        return
        [
            .. plan.Operations.Reverse().Where(operations.Contains).Select(operation => PlanGraph.IsDelete(operation)
                ? new GraphNode(operation.Op, [.. dependants[operation.Op]], [.. deletes.Where(other => PlanGraph.Rank(other) > PlanGraph.Rank(operation)).Select(other => other.Op)])
                : new GraphNode(operation.Op, [.. dependants[operation.Op].Concat(deletes.Select(other => other.Op)).Distinct(StringComparer.Ordinal)], [])),
        ];
    }

    private async Task<NodeEnd> UndoAsync(PlanOperation operation, OperationStart start, Expectation expected)
    {
        OperationEnd end;
        try
        {
            end = await runner.UndoAsync(operation, start, expected, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            end = ApplyFailures.JournalNotWritten(operation, options.JournalName, exception);
        }

        return ends.Note(operation, end, journal);
    }

    private void Block(PlanOperation operation, ImmutableArray<string> by)
    {
        journal.Blocked(operation, by);
        ends.Add(new BlockedOperation(operation, by));
    }
}

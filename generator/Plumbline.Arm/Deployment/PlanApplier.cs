using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Plumbline.Arm.Deployment;

/// <summary>Carries out a plan. Applying the same plan again changes nothing.</summary>
public sealed class PlanApplier(ArmConnection connection)
{
    // ARM refills 10 writes a second for a subscription and principal; four at a time stay below that.
    private const int Writers = 4;

    private readonly ChangeWriter writer = new(connection);

    /// <summary>
    /// Writes definitions, then the initiative, then the assignment, then deletes. A step starts only when the one before it is done whole,
    /// because it depends on it; within a step a failure does not stop the others.
    /// </summary>
    /// <param name="plan">What to do.</param>
    /// <param name="progress">Told of each change that is done, from any thread; or null.</param>
    /// <param name="cancellation">Stops starting changes; the result tells how far it came.</param>
    public async Task<ApplyResult> ApplyAsync(DeploymentPlan plan, IProgress<PlannedChange>? progress, CancellationToken cancellation)
    {
        var run = new Run(progress, cancellation);
        var writes = plan.Changes.Where(change => change.Action is ChangeAction.Create or ChangeAction.Update).ToImmutableArray();
        foreach (var kind in Enum.GetValues<ArmObjectKind>())
            await StepAsync(run, [.. writes.Where(change => change.Kind == kind)], Writers);

        // One at a time: an assignment goes before its initiative, and that before its definitions.
        foreach (var deletion in plan.Changes.Where(change => change.Action == ChangeAction.Delete)) await StepAsync(run, [deletion], 1);
        return run.Result(plan);
    }

    private async Task StepAsync(Run run, ImmutableArray<PlannedChange> changes, int parallel)
    {
        if (run.HasFailed) return;

        var hasCreated = run.HasCreated;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        await Parallel.ForEachAsync(changes, options, async (change, _) =>
        {
            if (run.IsHopeless) return;
            run.Finish(change, await writer.ExecuteAsync(change, hasCreated, run.Cancellation));
        });
    }

    private sealed class Run(IProgress<PlannedChange>? progress, CancellationToken cancellation)
    {
        private readonly ConcurrentDictionary<PlannedChange, ArmFailure?> finished = new(ReferenceEqualityComparer.Instance);

        public CancellationToken Cancellation => cancellation;

        public bool HasFailed => cancellation.IsCancellationRequested || finished.Values.Any(failure => failure is not null);

        public bool HasCreated => finished.Any(one => one.Key.Action == ChangeAction.Create && one.Value is null);

        /// <summary>Whether the next call would fail for the same reason as an earlier one.</summary>
        public bool IsHopeless =>
            cancellation.IsCancellationRequested
            || finished.Values.Any(failure => failure?.Kind is ArmFailureKind.Unreachable or ArmFailureKind.NotSignedIn or ArmFailureKind.NotAuthorized);

        public void Finish(PlannedChange change, ArmFailure? failure)
        {
            finished[change] = failure;
            if (failure is null) progress?.Report(change);
        }

        public ApplyResult Result(DeploymentPlan plan)
        {
            var writing = plan.Changes.Where(change => change.Action is ChangeAction.Create or ChangeAction.Update or ChangeAction.Delete).ToImmutableArray();
            return new(
                [.. writing.Where(change => finished.TryGetValue(change, out var failure) && failure is null)],
                [.. writing.SelectMany(change => finished.TryGetValue(change, out var failure) && failure is not null ? [new FailedChange(change, failure)] : Array.Empty<FailedChange>())],
                [.. writing.Where(change => !finished.ContainsKey(change))]);
        }
    }
}

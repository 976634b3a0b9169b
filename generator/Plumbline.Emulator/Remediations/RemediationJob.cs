using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Remediations;

/// <summary>Runs one remediation to its end. All that it does is kept as it goes, so that it can go on after a restart.</summary>
internal sealed class RemediationJob(ArmStore store, RemediationTargets targets, ResourceRemediator remediator, TimeProvider time)
{
    /// <summary>Runs the remediation, or what is left of it.</summary>
    /// <param name="id">The remediation.</param>
    /// <param name="canceled">That somebody cancelled it.</param>
    /// <param name="stopping">That the emulator stops: then it is left as it is.</param>
    public async Task RunAsync(ResourceId id, CancellationToken canceled, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(canceled, stopping);
        try
        {
            if (await BeginAsync(id) is { } request) await RunAsync(id, request, either);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // It is said below what became of it.
        }

        if (!stopping.IsCancellationRequested) await EndAsync(id, canceled.IsCancellationRequested);
    }

    /// <summary>Ends a remediation by what it cannot go on with.</summary>
    public Task FailAsync(ResourceId id, string reason) => store.ChangeAsync(state => state.Find(id) is { } remediation
        ? (true, state.With(RemediationDocument.In(remediation, RemediationTypes.Failed, reason, time.GetUtcNow())))
        : (false, (ArmState?)null));

    private Task<RemediationRequest?> BeginAsync(ResourceId id) => store.ChangeAsync(state =>
    {
        if (state.Find(id) is not { } remediation || RemediationTypes.IsTerminal(RemediationDocument.StateOf(remediation))) return (null, null);
        if (RemediationDocument.StateOf(remediation) == RemediationTypes.Cancelling) return (null, null);
        var next = state.With(RemediationDocument.In(remediation, RemediationTypes.Evaluating, null, time.GetUtcNow()));
        return (RemediationRequest.Parse(remediation).Request, next);
    });

    private async Task RunAsync(ResourceId id, RemediationRequest request, CancellationTokenSource ending)
    {
        var correlation = Guid.TryParse(store.Current.Find(id)?.PropertyText("correlationId"), out var known) ? known : Guid.Empty;
        var waiting = await PlanAsync(id, request, ending.Token);
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.ParallelDeployments, CancellationToken = ending.Token };
        await Parallel.ForEachAsync(waiting, options, async (deployment, cancellation) =>
        {
            if (ResourceId.TryParse(deployment.PropertyText("remediatedResourceId") ?? "") is not { } resource) return;
            var outcome = await remediator.RunAsync(resource, request, correlation, cancellation);
            if (await KeepAsync(id, deployment, outcome, request)) await ending.CancelAsync();
        });
    }

    // What is left of an earlier run, else everything that does not comply.
    private async Task<ImmutableArray<StoredResource>> PlanAsync(ResourceId id, RemediationRequest request, CancellationToken cancellation)
    {
        ImmutableArray<StoredResource> known = [.. store.Current.OfType(RemediationTypes.Deployment, id)];
        if (known.IsEmpty)
        {
            var now = time.GetUtcNow();
            var resources = targets.Find(store.Current, id, request, now, cancellation);
            known = [.. resources.Select((resource, place) => RemediationDeployment.Waiting(id, place, resource, now))];
            var planned = known;
            await store.ChangeAsync(state => (true, Planned(state, id, planned)));
        }

        return known.RemoveAll(deployment => RemediationTypes.IsTerminal(RemediationDeployment.StateOf(deployment)));
    }

    private ArmState? Planned(ArmState state, ResourceId id, ImmutableArray<StoredResource> planned) => state.Find(id) is { } remediation
        ? planned.Aggregate(state, static (next, deployment) => next.With(deployment)).With(RemediationDocument.WithCounts(remediation, new(planned.Length, 0, 0), time.GetUtcNow()))
        : null;

    // Whether it is over: too much has failed, or the remediation is gone.
    private Task<bool> KeepAsync(ResourceId id, StoredResource deployment, PolicyDeploymentOutcome outcome, RemediationRequest request) => store.ChangeAsync(state =>
    {
        if (state.Find(id) is not { } remediation) return (true, null);
        var now = time.GetUtcNow();
        var counts = RemediationCounts.Of(remediation).With(hasFailed: outcome.Error is not null);
        var next = state.With(RemediationDeployment.Ended(deployment, outcome, now)).With(RemediationDocument.WithCounts(remediation, counts, now));
        return (counts.IsAbove(request.FailureThreshold), (ArmState?)next);
    });

    private Task<bool> EndAsync(ResourceId id, bool isCanceled) => store.ChangeAsync(state =>
    {
        if (state.Find(id) is not { } remediation || RemediationTypes.IsTerminal(RemediationDocument.StateOf(remediation))) return (false, null);
        var now = time.GetUtcNow();
        var isGivenUp = isCanceled || RemediationDocument.StateOf(remediation) == RemediationTypes.Cancelling;
        var (end, message) = RemediationCounts.Of(remediation).Ending(RemediationRequest.Parse(remediation).Request?.FailureThreshold, isGivenUp);
        var left = state.OfType(RemediationTypes.Deployment, id).Where(deployment => !RemediationTypes.IsTerminal(RemediationDeployment.StateOf(deployment))).ToList();
        var next = left.Aggregate(state, (before, deployment) => before.With(RemediationDeployment.Canceled(deployment, now)));
        return (true, next.With(RemediationDocument.In(remediation, end, message, now)));
    });
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>Accepts deployments and runs them beside the requests.</summary>
/// <param name="store">The store.</param>
/// <param name="writes">How resources are written.</param>
/// <param name="planner">Expands templates.</param>
/// <param name="time">The clock.</param>
internal sealed class DeploymentRunner(ArmStore store, DeploymentWrites writes, DeploymentPlanner planner, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    /// <summary>The template expanded and all its resources tried out, or why the deployment cannot begin.</summary>
    public async Task<(TemplateExpansion? Plan, ImmutableArray<SimulatedResource> Resources, ArmError? Error)> TryAsync(RequestedDeployment deployment, CancellationToken cancellation)
    {
        var state = store.Current;
        var (plan, error) = await planner.PlanAsync(state, deployment, cancellation);
        if (plan is null) return (null, [], error);
        var resources = DeploymentSimulation.Run(writes, state, plan, deployment.Request);
        var refused = DeploymentSimulation.ErrorsOf(resources);
        return (plan, resources, refused.IsEmpty ? null : DeploymentErrors.Preflight(refused));
    }

    /// <summary>Begins a deployment; gives its document and whether it is new, or why it does not begin.</summary>
    public async Task<(StoredResource? Accepted, bool IsNew, ArmError? Error)> StartAsync(RequestedDeployment deployment, CancellationToken cancellation)
    {
        var (plan, _, refused) = await TryAsync(deployment, cancellation);
        if (plan is null || refused is not null) return (null, false, refused);
        var (accepted, isNew, error) = await AcceptAsync(deployment, plan);
        if (accepted is not null) running[deployment.CorrelationId] = Task.Run(() => RunAsync(deployment, plan), CancellationToken.None);
        return (accepted, isNew, error);
    }

    /// <summary>Runs a deployment to its end; gives why it failed, or null.</summary>
    public async Task<ArmError?> RunToEndAsync(RequestedDeployment deployment, CancellationToken cancellation)
    {
        var (plan, _, refused) = await TryAsync(deployment, cancellation);
        if (plan is null || refused is not null) return refused;
        var (_, _, error) = await AcceptAsync(deployment, plan);
        return error ?? await RunAsync(deployment, plan);
    }

    /// <summary>Waits for all that run.</summary>
    public Task FinishAsync() => Task.WhenAll(running.Values);

    private Task<(StoredResource? Accepted, bool IsNew, ArmError? Error)> AcceptAsync(RequestedDeployment deployment, TemplateExpansion plan) =>
        store.ChangeAsync<(StoredResource? Accepted, bool IsNew, ArmError? Error)>(state =>
        {
            var existing = state.Find(deployment.Id);
            if (existing is not null && Conflict(deployment, existing) is { } conflict) return ((null, false, conflict), null);
            var stored = DeploymentDocument.Store(deployment, DeploymentDocument.Create(deployment, plan, DeploymentTypes.Accepted, deployment.Request.Now));
            var next = (existing is null ? state : state.Without(existing.Id)).With(stored).With(DeploymentStatus.Create(deployment, DeploymentTypes.Accepted, null));
            return ((stored, existing is null, null), next);
        });

    private static ArmError? Conflict(RequestedDeployment deployment, StoredResource existing)
    {
        if (!DeploymentTypes.IsTerminal(DeploymentDocument.StateOf(existing)))
        {
            var started = DateTimeOffset.TryParse(existing.PropertyText("timestamp"), CultureInfo.InvariantCulture, out var stamp) ? stamp : deployment.Request.Now;
            return DeploymentErrors.Active(deployment.Id.Name, started);
        }

        return existing.Body.Text("location") is { } location && deployment.Location is { } given && !AreSame(location, given)
            ? DeploymentErrors.LocationChanged(deployment.Id.Name, given, location)
            : null;
    }

    private async Task<ArmError?> RunAsync(RequestedDeployment deployment, TemplateExpansion plan)
    {
        try
        {
            await store.ChangeAsync(state => (true, Begun(state, deployment, plan)));
            var run = new DeploymentRun(store, writes, time, deployment, state => !IsRunning(state, deployment));
            var errors = await run.ExecuteAsync(plan);
            return await new DeploymentEnd(store, time).OuterAsync(deployment, plan, run.Written, errors);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // INVARIANT: a deployment ends, whatever happens; a client that polls it must not wait for ever.
            return await new DeploymentEnd(store, time).OuterAsync(deployment, plan, [], [ArmErrors.InternalServerError(bug.Message)]);
        }
        finally
        {
            running.TryRemove(deployment.CorrelationId, out _);
        }
    }

    private ArmState? Begun(ArmState state, RequestedDeployment deployment, TemplateExpansion plan) => IsRunning(state, deployment)
        ? state.With(DeploymentDocument.Store(deployment, DeploymentDocument.Create(deployment, plan, DeploymentTypes.Running, time.GetUtcNow())))
            .With(DeploymentStatus.Create(deployment, DeploymentTypes.Running, null))
        : null;

    private static bool IsRunning(ArmState state, RequestedDeployment deployment) =>
        state.Find(deployment.Id) is { } current && !DeploymentTypes.IsTerminal(DeploymentDocument.StateOf(current));

    private static bool AreSame(string left, string right) => string.Equals(
        left.Replace(" ", string.Empty, StringComparison.Ordinal), right.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}

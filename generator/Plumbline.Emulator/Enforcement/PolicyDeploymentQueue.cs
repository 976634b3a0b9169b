using System.Collections.Immutable;
using System.Threading.Channels;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Enforcement;

/// <summary>
/// Runs the deployments that writes call for, beside the requests, one after another. The delay of the policy is not waited for: a deployment starts as soon as the write is
/// kept. Each policy is asked again first, so that a resource that is gone or complete by then gets none. What waits when the emulator stops is not kept: a remediation finds it.
/// </summary>
internal sealed class PolicyDeploymentQueue : IAsyncDisposable
{
    private readonly Channel<PendingDeployment> waiting = Channel.CreateUnbounded<PendingDeployment>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly ArmStore store;
    private readonly PreparedPolicies policies;
    private readonly PolicyDeployer deployer;
    private readonly TimeProvider time;
    private readonly Task worker;
    private int unfinished;
    private TaskCompletionSource idle = Completed();

    /// <summary>Starts the background work.</summary>
    public PolicyDeploymentQueue(ArmStore store, PreparedPolicies policies, PolicyDeployer deployer, TimeProvider time)
    {
        this.store = store;
        this.policies = policies;
        this.deployer = deployer;
        this.time = time;
        worker = Task.Run(WorkAsync);
    }

    /// <summary>Adds deployments. The write that calls for them may still be on its way into the store.</summary>
    public void Add(ImmutableArray<PendingDeployment> deployments)
    {
        lock (waiting)
        {
            foreach (var deployment in deployments)
            {
                if (!waiting.Writer.TryWrite(deployment)) return;
                if (unfinished++ == 0) idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Waits until nothing waits.</summary>
    public Task FinishAsync()
    {
        lock (waiting) return idle.Task;
    }

    /// <summary>Stops; what runs is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!waiting.Writer.TryComplete()) return;
        await stopping.CancelAsync();
        await worker.ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var pending in waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                if (!stopping.IsCancellationRequested) await RunAsync(pending);
            }
            catch (Exception problem) when (problem is OperationCanceledException or IOException)
            {
                // The emulator stops, or cannot keep its state; requests say so.
            }

            lock (waiting)
            {
                if (--unfinished == 0) idle.TrySetResult();
            }
        }
    }

    private async Task RunAsync(PendingDeployment pending)
    {
        // An empty change comes after the write that asked for the deployment.
        await store.ChangeAsync(static state => (true, (ArmState?)null));
        var state = store.Current;
        if (state.Find(pending.Resource) is not { } resource) return;
        var records = new AssignmentVerdicts(policies, state, time.GetUtcNow(), apiVersion: null).Of(pending.AssignmentId, resource);
        foreach (var record in records.Where(record => pending.IsOf(record) && PendingDeployment.Of(record, resource.Id) is not null))
            await deployer.RunAsync(state, record, Guid.NewGuid(), stopping.Token);
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}

using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Remediations;

/// <summary>Runs remediations beside the requests.</summary>
/// <param name="store">The store.</param>
/// <param name="job">Runs one.</param>
internal sealed class RemediationRunner(ArmStore store, RemediationJob job) : IAsyncDisposable
{
    private readonly Dictionary<ResourceId, (Task Task, CancellationTokenSource Canceled)> running = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();

    /// <summary>Starts a remediation. The write that accepts it may still be on its way into the store.</summary>
    public void Start(ResourceId id)
    {
        lock (starting)
        {
            if (stopping.IsCancellationRequested) return;
            var before = running.TryGetValue(id, out var last) ? last.Task : Task.CompletedTask;
            var canceled = new CancellationTokenSource();
            running[id] = (Task.Run(() => RunAsync(before, id, canceled)), canceled);
        }
    }

    /// <summary>Goes on with the remediations that were interrupted when the emulator was last stopped.</summary>
    public void Resume()
    {
        foreach (var remediation in store.Current.OfType(RemediationTypes.Remediation))
        {
            if (!RemediationTypes.IsTerminal(RemediationDocument.StateOf(remediation))) Start(remediation.Id);
        }
    }

    /// <summary>Asks a remediation to end.</summary>
    public void Cancel(ResourceId id)
    {
        lock (starting)
        {
            if (running.TryGetValue(id, out var found)) _ = found.Canceled.CancelAsync();
        }
    }

    /// <summary>Waits for all that run.</summary>
    public Task FinishAsync()
    {
        lock (starting) return Task.WhenAll(running.Values.Select(item => item.Task).ToList());
    }

    /// <summary>Stops; what runs is resumed at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await FinishAsync();
        foreach (var (_, canceled) in running.Values) canceled.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync(Task before, ResourceId id, CancellationTokenSource canceled)
    {
        await before;
        try
        {
            await job.RunAsync(id, canceled.Token, stopping.Token);
        }
        catch (IOException)
        {
            // The state cannot be kept; requests say so, and the remediation goes on when the emulator is started again.
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // INVARIANT: a remediation ends, whatever happens in it; whoever polls it must not wait forever.
            await job.FailAsync(id, bug.Message);
        }
    }
}

using System.Threading.Channels;

namespace Plumbline.Emulator.Store;

/// <summary>Saves the store in the background: at most one save waits, and it saves what is current when its turn comes.</summary>
internal sealed class StateSaver : IAsyncDisposable
{
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action save;
    private readonly Task worker;
    private volatile Exception? failure;

    /// <summary>Starts the background work.</summary>
    /// <param name="save">Writes the current state.</param>
    public StateSaver(Action save)
    {
        this.save = save;
        worker = Task.Run(WorkAsync);
    }

    /// <summary>Asks for another save when the last one failed; gives why it failed, or null.</summary>
    public Exception? Retry()
    {
        if (failure is not null) Request();
        return failure;
    }

    /// <summary>Asks for a save and returns at once.</summary>
    public void Request() => requests.Writer.TryWrite(true);

    /// <summary>Waits for the save that was asked for, if any, and tries once more when the last one failed.</summary>
    /// <exception cref="IOException">The state could not be saved.</exception>
    public async ValueTask DisposeAsync()
    {
        Retry();
        requests.Writer.TryComplete();
        await worker.ConfigureAwait(false);
        if (failure is { } problem) throw new IOException($"The state could not be saved: {problem.Message}", problem);
    }

    private async Task WorkAsync()
    {
        await foreach (var _ in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                save();
                failure = null;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                failure = problem;
            }
        }
    }
}

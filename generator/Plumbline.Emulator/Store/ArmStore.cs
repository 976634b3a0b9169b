using System.Collections.Concurrent;

namespace Plumbline.Emulator.Store;

/// <summary>
/// Holds the current <see cref="ArmState"/>. Readers take it as it is. Writers run one at a time; those that wait are kept by one commit together, and each is answered
/// only after its change was kept.
/// </summary>
internal sealed class ArmStore : IAsyncDisposable
{
    // Enough to make a commit worth its while, little enough to answer soon.
    private const int MaximumBatch = 128;

    private readonly BlockingCollection<IPendingChange> changes = [];
    private readonly IStateJournal? journal;
    private readonly Task worker;
    private volatile ArmState current;

    /// <summary>Starts with a state that is kept already.</summary>
    /// <param name="initial">The state.</param>
    /// <param name="journal">Where changes are kept; null keeps them in memory only. The store owns it.</param>
    public ArmStore(ArmState initial, IStateJournal? journal = null)
    {
        current = initial.Saved();
        this.journal = journal;

        // A thread of its own: on the pool, each write would wait behind all the reads that wait for a turn.
        worker = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The state after the last kept write.</summary>
    public ArmState Current => current;

    /// <summary>Runs <paramref name="change"/> on the newest state, alone, and keeps the state it gives, if it gives one.</summary>
    /// <exception cref="IOException">The change could not be kept; the state is as it was.</exception>
    public Task<TResult> ChangeAsync<TResult>(Func<ArmState, (TResult Result, ArmState? Next)> change)
    {
        var pending = new PendingChange<TResult>(change);
        try
        {
            changes.Add(pending);
        }
        catch (InvalidOperationException)
        {
            throw new IOException("The emulator is stopping.");
        }

        return pending.Completion;
    }

    /// <summary>Finishes the changes that wait, and closes the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        changes.CompleteAdding();
        await worker.ConfigureAwait(false);
        changes.Dispose();
        if (journal is not null) await journal.DisposeAsync().ConfigureAwait(false);
    }

    private void Work()
    {
        foreach (var first in changes.GetConsumingEnumerable()) RunBatch(first);
    }

    private void RunBatch(IPendingChange first)
    {
        var batch = new List<IPendingChange> { first };
        var next = first.Run(current);
        while (batch.Count < MaximumBatch && changes.TryTake(out var pending))
        {
            next = pending.Run(next);
            batch.Add(pending);
        }

        var failure = Keep(next);
        if (failure is null) current = next.Saved();
        foreach (var pending in batch) pending.Complete(failure);
    }

    private IOException? Keep(ArmState next)
    {
        if (journal is null || ReferenceEquals(next, current)) return null;
        try
        {
            journal.Keep(current, next);
            return null;
        }
        catch (IOException problem)
        {
            return problem;
        }
    }

    private interface IPendingChange
    {
        ArmState Run(ArmState state);

        void Complete(IOException? failure);
    }

    private sealed class PendingChange<TResult>(Func<ArmState, (TResult Result, ArmState? Next)> change) : IPendingChange
    {
        private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Func<bool> complete = () => false;
        private bool changes;

        public Task<TResult> Completion => completion.Task;

        public ArmState Run(ArmState state)
        {
            try
            {
                var (result, next) = change(state);
                complete = () => completion.TrySetResult(result);
                changes = next is not null;
                return next ?? state;
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                // The change is the caller's; what it throws is the caller's to see, and the next one runs on the state before it.
                complete = () => completion.TrySetException(bug);
                return state;
            }
        }

        public void Complete(IOException? failure)
        {
            if (failure is not null && changes) completion.TrySetException(failure);
            else complete();
        }
    }
}

namespace Plumbline.Cli.Testing;

/// <summary>Runs something again when a file changes that tests read: test files, definitions, catalogs, resources.</summary>
/// <param name="time">The clock.</param>
internal sealed class TestWatch(TimeProvider time)
{
    // An editor saves a file in several steps, a generator writes many files: they are one change.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Patterns = ["*.yaml", "*.json", "*.jsonc", "*.bicep"];

    /// <summary>Runs now and after each change, until it is cancelled.</summary>
    /// <param name="folders">The folders to watch, with those below them.</param>
    /// <param name="run">What runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(IEnumerable<string> folders, Action run, CancellationToken cancellationToken)
    {
        using var changed = new SemaphoreSlim(0);
        var watchers = folders.Select(folder => Watcher(folder, changed)).ToList();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                run();
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
                await SettleAsync(changed, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var watcher in watchers) watcher.Dispose();
        }
    }

    private async Task SettleAsync(SemaphoreSlim changed, CancellationToken cancellationToken)
    {
        do
        {
            while (changed.Wait(0, CancellationToken.None))
            {
            }

            await Task.Delay(Quiet, time, cancellationToken).ConfigureAwait(false);
        }
        while (changed.CurrentCount > 0);
    }

    private static FileSystemWatcher Watcher(string folder, SemaphoreSlim changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName };
        foreach (var pattern in Patterns) watcher.Filters.Add(pattern);
        watcher.Changed += (_, _) => changed.Release();
        watcher.Created += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}

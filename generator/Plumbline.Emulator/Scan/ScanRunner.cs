using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Runs scans beside the requests. A scope has one operation, whose id never changes; a scan that runs is joined, not started again.</summary>
/// <param name="scan">Scans the scope and keeps the records.</param>
internal sealed class ScanRunner(Func<ResourceId, Task> scan)
{
    private readonly ConcurrentDictionary<Guid, Task> operations = new();
    private readonly Lock starting = new();
    private ITimer? schedule;

    /// <summary>The id of the scope's operation.</summary>
    public static Guid OperationOf(ResourceId scope) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(scope.Text.ToLowerInvariant())).AsSpan(0, 16), bigEndian: true);

    /// <summary>Starts a scan of the scope unless one runs; gives the operation's id.</summary>
    public Guid Start(ResourceId scope)
    {
        var id = OperationOf(scope);
        lock (starting)
        {
            if (!operations.TryGetValue(id, out var running) || running.IsCompleted) operations[id] = Task.Run(() => scan(scope));
        }

        return id;
    }

    /// <summary>Starts scans of some scopes again and again, as the service does by itself.</summary>
    public void Schedule(TimeProvider time, TimeSpan interval, Func<IEnumerable<ResourceId>> scopes) => schedule = time.CreateTimer(
        _ =>
        {
            foreach (var scope in scopes()) Start(scope);
        },
        state: null,
        interval,
        interval);

    /// <summary>The newest scan of the operation; null when there was none since the start of the emulator.</summary>
    public Task? Find(Guid operation) => operations.GetValueOrDefault(operation);

    /// <summary>Starts none by itself any more, and waits for all that run; their failures are shown to whoever polls them.</summary>
    public async Task FinishAsync()
    {
        if (schedule is not null) await schedule.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(operations.Values.Select(operation => operation.ContinueWith(_ => { }, TaskScheduler.Default))).ConfigureAwait(false);
    }
}

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

    /// <summary>The newest scan of the operation; null when there was none since the start of the emulator.</summary>
    public Task? Find(Guid operation) => operations.GetValueOrDefault(operation);

    /// <summary>Waits for all that run; their failures are shown to whoever polls them.</summary>
    public Task FinishAsync() => Task.WhenAll(operations.Values.Select(operation => operation.ContinueWith(_ => { }, TaskScheduler.Default)));
}

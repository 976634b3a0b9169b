using Azure.Core;
using Plumbline.Planning.Journals;

namespace Plumbline.Arm.Sending;

/// <summary>
/// Sends calls at a pace that ARM's limits allow, so many at once, and counts them. Retries of reads happen here; those of writes are decided by who writes,
/// because the object has to be looked at before it is written again.
/// </summary>
internal sealed class ArmSender(ArmConnection connection, RequestLimits limits, RetryRules rules) : IDisposable
{
    private readonly RequestPacer pacer = new(limits, connection.Timing.Time);
    private readonly SemaphoreSlim readers = new(limits.Readers);
    private readonly SemaphoreSlim writers = new(limits.Writers);
    private int reads;
    private int writes;
    private long waited;
    private int hasEntityTags;

    /// <summary>Where calls go.</summary>
    public ArmConnection Connection => connection;

    /// <summary>How often and how long to try again.</summary>
    public RetryRules Rules => rules;

    /// <summary>What was sent so far.</summary>
    public ApplyRequests Requests => new(Volatile.Read(ref reads), Volatile.Read(ref writes), TimeSpan.FromTicks(Interlocked.Read(ref waited)));

    /// <summary>Whether the endpoint has entity tags, so that it honours conditions on them. Azure's policy objects have none.</summary>
    public bool HasEntityTags => Volatile.Read(ref hasEntityTags) != 0;

    /// <summary>Sends a read until there is an answer, or patience ends.</summary>
    public async Task<ArmAnswer> ReadAsync(ArmCall call, CancellationToken cancellation)
    {
        var patience = new Patience(rules);
        while (true)
        {
            var answer = await SendAsync(call, cancellation);
            if (patience.Next(answer) is not { } wait) return answer;
            await DelayAsync(wait, cancellation);
        }
    }

    /// <summary>Sends a call once, when its turn has come.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the waiting; a write that has left is never cut off, since nobody would know whether it took effect.</param>
    /// <param name="leaving">Called right before the call leaves, or null.</param>
    public async Task<ArmAnswer> SendAsync(ArmCall call, CancellationToken cancellation, Action? leaving = null)
    {
        var (kind, root) = (KindOf(call.Method), RequestPacer.RootOf(call.Path));
        var lane = kind == RequestClass.Read ? readers : writers;
        await lane.WaitAsync(cancellation);
        try
        {
            Interlocked.Add(ref waited, (await pacer.WaitAsync(root, kind, cancellation)).Ticks);
            leaving?.Invoke();
            if (kind == RequestClass.Read) Interlocked.Increment(ref reads);
            else Interlocked.Increment(ref writes);
            var answer = await connection.SendOnceAsync(call, kind == RequestClass.Read ? cancellation : CancellationToken.None);
            pacer.Observe(root, kind, answer);
            if (answer.Headers.EntityTag is not null) Volatile.Write(ref hasEntityTags, 1);
            return answer;
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>Waits, and counts it.</summary>
    public async Task DelayAsync(TimeSpan wait, CancellationToken cancellation)
    {
        await Task.Delay(wait, connection.Timing.Time, cancellation);
        Interlocked.Add(ref waited, wait.Ticks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        readers.Dispose();
        writers.Dispose();
    }

    private static RequestClass KindOf(RequestMethod method) =>
        method == RequestMethod.Get || method == RequestMethod.Head ? RequestClass.Read : method == RequestMethod.Delete ? RequestClass.Delete : RequestClass.Write;
}

using System.Collections.Immutable;
using Plumbline.Planning.Journals;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>
/// Kills a run at a request: from then on nothing of it goes on. No request leaves, no answer arrives, nothing is journalled, and no clean-up runs, since whoever waits here waits for ever.
/// </summary>
/// <param name="inner">The transport.</param>
/// <param name="at">The request to kill at, counted from 1.</param>
/// <param name="isSent">Whether that request still reaches the endpoint, and only its answer is lost.</param>
internal sealed class KillSwitch(HttpMessageHandler inner, int at, bool isSent) : DelegatingHandler(inner), IJournal
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<JournalEvent> events = [];
    private int requests;
    private int underWay;
    private bool isKilled;

    /// <summary>Done when the kill has happened and every request that had left before has been answered, to nobody.</summary>
    public Task Killed => killed.Task;

    /// <summary>Whether the kill has happened.</summary>
    public bool IsKilled
    {
        get
        {
            lock (gate) return isKilled;
        }
    }

    /// <summary>The journal as it is on the disk after the kill.</summary>
    public ImmutableArray<JournalEvent> Journal
    {
        get
        {
            lock (gate) return events;
        }
    }

    public void Append(JournalEvent item)
    {
        lock (gate)
        {
            if (!isKilled)
            {
                events = events.Add(item);
                return;
            }
        }

        // A thread of the pool would be lost for ever: the run ends here as if it were killed, without a catch that could do anything.
        throw new KilledException();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Leaves()) await Nothing();
        var response = await base.SendAsync(request, CancellationToken.None);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        if (Arrived()) return response;
        response.Dispose();
        return await Nothing();
    }

    private static async Task<HttpResponseMessage> Nothing()
    {
        await new TaskCompletionSource().Task;
        return new HttpResponseMessage();
    }

    private bool Leaves()
    {
        lock (gate)
        {
            if (isKilled) return false;
            isKilled = ++requests == at;
            var leaves = !isKilled || isSent;
            if (leaves) underWay++;
            else Settle();
            return leaves;
        }
    }

    private bool Arrived()
    {
        lock (gate)
        {
            underWay--;
            Settle();
            return !isKilled;
        }
    }

    private void Settle()
    {
        if (isKilled && underWay == 0) killed.TrySetResult();
    }
}

using System.Collections.Concurrent;

namespace Plumbline.PlanningTests.Arm;

/// <summary>Stands before the transport: notes requests, and may end the program at one of them.</summary>
internal sealed class RequestWatch(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int count;
    private int underWay;

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The requests that write.</summary>
    public string[] Writes => [.. Requests.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal))];

    /// <summary>From which request on, counted from 1, nothing gets through; 0 for never.</summary>
    public int CutAt { get; set; }

    /// <summary>Whether the request of the cut still takes place, and only its answer is lost.</summary>
    public bool CutsAnswer { get; set; }

    /// <summary>Whether the cut has been reached.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Told of each request before it leaves.</summary>
    public Func<string, Task>? Leaving { get; set; }

    /// <summary>Answers in place of the endpoint; null lets the request through.</summary>
    public Func<string, HttpResponseMessage?>? Answering { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = $"{request.Method} {Uri.UnescapeDataString(request.RequestUri?.AbsolutePath ?? "")}";
        Requests.Enqueue(line);
        if (Leaving is { } leaving) await leaving(line);
        if (Answering?.Invoke(line) is { } given) return given;
        if (CutAt == 0 || Interlocked.Increment(ref count) < CutAt) return await PassAsync(request, cancellationToken);
        var isFirst = !IsCut;
        IsCut = true;
        if (isFirst && CutsAnswer) (await PassAsync(request, CancellationToken.None)).Dispose();
        throw new HttpRequestException("The program has ended.");
    }

    /// <summary>Waits until the endpoint has answered what had left: a program that has ended does not take its requests back.</summary>
    public async Task SettledAsync()
    {
        while (Volatile.Read(ref underWay) > 0) await Task.Yield();
    }

    private async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            return await base.SendAsync(request, CutAt == 0 ? cancellationToken : CancellationToken.None);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}

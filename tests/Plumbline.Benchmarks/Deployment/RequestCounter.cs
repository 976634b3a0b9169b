namespace Plumbline.Benchmarks.Deployment;

/// <summary>Counts requests on their way.</summary>
internal sealed class RequestCounter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int reads;
    private int writes;

    public int Reads => reads;

    public int Writes => writes;

    public void Reset() => (reads, writes) = (0, 0);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get) Interlocked.Increment(ref reads);
        else Interlocked.Increment(ref writes);
        return base.SendAsync(request, cancellationToken);
    }
}

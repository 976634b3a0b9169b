using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator;

/// <summary>What stands between authentication and routes: rate limits, faults on request, and the log of requests.</summary>
internal sealed class Gateway
{
    private readonly RateLimiter limits;
    private readonly FaultInjector faults;
    private readonly HiddenResources hidden;
    private readonly RequestLog log = new();
    private readonly TimeProvider time;

    /// <summary>A gateway that follows a plan from the start.</summary>
    public Gateway(ThrottlingOptions throttling, FaultPlan plan, TimeProvider time)
    {
        limits = new RateLimiter(throttling, time);
        faults = new FaultInjector(plan);
        hidden = new HiddenResources(time);
        Control = new ControlEndpoint(faults, hidden, log);
        this.time = time;
    }

    /// <summary>The endpoint that shows and changes the plan, and shows the log.</summary>
    public ControlEndpoint Control { get; }

    /// <summary>Lets a request of a known caller through to <paramref name="route"/>, or answers it itself.</summary>
    public async Task<ArmResponse> PassAsync(ArmRequest request, Func<ArmRequest, Task<ArmResponse>> route, CancellationToken cancellation)
    {
        if (ControlEndpoint.Serves(request.Path)) return await route(request);
        var (header, wait) = limits.Take(request.Caller.ObjectId, request.Method, request.Path);
        if (wait is { } seconds) return ArmEnvelope.Error(ArmErrors.TooManyRequests(seconds)).WithRetryAfter(seconds).With(header.Key, header.Value);
        var decision = faults.Next(request.Method, request.Path);
        if (decision.Delay > TimeSpan.Zero) await Task.Delay(decision.Delay, cancellation);
        var response = await AnswerAsync(request, decision, route);
        return (response with { Faults = decision.Names }).With(header.Key, header.Value);
    }

    /// <summary>Notes a request that was answered.</summary>
    public void Note(string method, string path, DateTimeOffset now, long started, ArmResponse response) =>
        log.Add(new LoggedRequest(now, method, path, response.Status, time.GetElapsedTime(started), response.Faults));

    private async Task<ArmResponse> AnswerAsync(ArmRequest request, FaultDecision decision, Func<ArmRequest, Task<ArmResponse>> route)
    {
        if (decision.DropsBefore) return ArmResponse.Dropped;
        if (decision.Refusal is { } refusal) return refusal;
        var response = await route(request with { MaxPageSize = decision.PageSize, LosesPrincipal = decision.LosesPrincipal });
        if (decision.DropsAfter) return ArmResponse.Dropped;
        if (decision.Visibility is { } fault && response.Status == 201) hidden.Hide(request.Path, fault);
        return request.Method is "GET" or "HEAD" ? hidden.Seen(request.Path, response) : response;
    }
}

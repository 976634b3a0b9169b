using Microsoft.AspNetCore.Http;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator;

/// <summary>From an HTTP request to its answer: authenticate, find the route, read the body, run the route, write.</summary>
internal sealed class ArmPipeline(ArmStore store, ArmRouter router, IdentityServices identity, TimeProvider time)
{
    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid();
        var now = time.GetUtcNow();
        var response = await AnswerAsync(context, requestId, now);
        await ArmHttp.WriteAsync(context, response, requestId, now);
    }

    private async Task<ArmResponse> AnswerAsync(HttpContext context, Guid requestId, DateTimeOffset now)
    {
        if (!IsLoopbackName(context.Request.Host.Host)) return ArmEnvelope.Error(ArmErrors.HostNotServed(context.Request.Host.Value ?? string.Empty));
        var given = ArmHttp.Read(context, requestId, now);
        if (identity.Endpoints.Serves(given.Path)) return await identity.AnswerAsync(context, given);
        var sender = await identity.AuthenticateAsync(context, now);
        return sender is Authentication.Known known ? await AnswerAsync(context, given with { Caller = known.Caller }) : ((Authentication.Refused)sender).Challenge;
    }

    private async Task<ArmResponse> AnswerAsync(HttpContext context, ArmRequest given)
    {
        var (route, request, error) = router.Find(given);
        if (route is null || error is not null) return ArmEnvelope.Error(error ?? ArmErrors.RouteNotFound(request.Path));
        var (body, bodyError) = await ArmHttp.ReadBodyAsync(context.Request, route.BodyLimit, context.RequestAborted);
        if (bodyError is not null) return ArmEnvelope.Error(bodyError);
        var asked = request with { Body = body };
        if (AccessGate.Check(store.Current, asked) is { } denied) return ArmEnvelope.Error(denied);
        return VisibleItems.Of(store.Current, asked, await RunAsync(route, asked, context.RequestAborted));
    }

    private async Task<ArmResponse> RunAsync(Route route, ArmRequest request, CancellationToken cancellation)
    {
        try
        {
            if (route.HandleAsync is { } handle) return await handle(request, cancellation);
            return route.IsWrite
                ? await store.ChangeAsync(state => Split(route.Handle(state, request)))
                : route.Handle(store.Current, request).Response;
        }
        catch (IOException failure)
        {
            return ArmEnvelope.Error(ArmErrors.StateNotSaved(failure.Message));
        }
        catch (Exception bug) when (bug is not (OutOfMemoryException or OperationCanceledException))
        {
            // INVARIANT: no route throws; a client must get an envelope even when this one is broken.
            return ArmEnvelope.Error(ArmErrors.InternalServerError(bug.Message));
        }
    }

    private static (ArmResponse Response, ArmState? Next) Split(Outcome outcome) => (outcome.Response, outcome.Next);

    // A page on the internet whose name was made to resolve to 127.0.0.1 must not get in.
    private static bool IsLoopbackName(string host) => host is "localhost" or "127.0.0.1";
}

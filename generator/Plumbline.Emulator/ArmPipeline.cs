using Microsoft.AspNetCore.Http;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Resources;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator;

/// <summary>From an HTTP request to its answer: authenticate, find the route, read the body, run the route, write.</summary>
internal sealed class ArmPipeline(ArmStore store, ArmRouter router, IdentityServices identity, Gateway gateway, TimeProvider time)
{
    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid();
        var now = time.GetUtcNow();
        var started = time.GetTimestamp();
        var response = await AnswerAsync(context, requestId, now);
        gateway.Note(context.Request.Method, context.Request.Path.Value ?? string.Empty, now, started, response);
        await ArmHttp.WriteAsync(context, response, requestId, now);
    }

    private async Task<ArmResponse> AnswerAsync(HttpContext context, Guid requestId, DateTimeOffset now)
    {
        if (!IsLoopbackName(context.Request.Host.Host)) return ArmEnvelope.Error(ArmErrors.HostNotServed(context.Request.Host.Value ?? string.Empty));
        var given = ArmHttp.Read(context, requestId, now);
        if (identity.Endpoints.Serves(given.Path)) return await identity.AnswerAsync(context, given);
        var sender = await identity.AuthenticateAsync(context, now);
        return sender is Authentication.Known known
            ? await gateway.PassAsync(given with { Caller = known.Caller }, request => RouteAsync(context, request), context.RequestAborted)
            : ((Authentication.Refused)sender).Challenge;
    }

    private async Task<ArmResponse> RouteAsync(HttpContext context, ArmRequest given)
    {
        var (route, request, error) = router.Find(given);
        if (route is null || error is not null) return ArmEnvelope.Error(error ?? ArmErrors.RouteNotFound(request.Path));
        var (body, bodyError) = await ArmHttp.ReadBodyAsync(context.Request, route.BodyLimit, route.TakesLooseJson, context.RequestAborted);
        if (bodyError is not null) return ArmEnvelope.Error(bodyError);
        var asked = request with { Body = body };
        if ((AccessGate.Check(store.Current, asked) ?? FaultErrors.LostPrincipal(asked, store.Current.TenantId)) is { } denied) return ArmEnvelope.Error(denied);
        return VisibleItems.Of(store.Current, asked, await RunAsync(route, asked, context.RequestAborted));
    }

    private async Task<ArmResponse> RunAsync(Route route, ArmRequest request, CancellationToken cancellation)
    {
        try
        {
            if (route.HandleAsync is { } handle)
            {
                if (RequestGuard.Refuse(store.Current, request) is { } refused) return refused;
                var response = await handle(request, cancellation);
                return RequestGuard.Complete(store.Current, request, response);
            }

            return route.IsWrite
                ? await store.ChangeAsync(state => Split(Guarded(route, state, request)))
                : Guarded(route, store.Current, request).Response;
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

    private static Outcome Guarded(Route route, ArmState state, ArmRequest request)
    {
        if (RequestGuard.Refuse(state, request) is { } refused) return refused;
        var outcome = route.Handle(state, request);
        return outcome with { Response = RequestGuard.Complete(outcome.Next ?? state, request, outcome.Response) };
    }

    private static (ArmResponse Response, ArmState? Next) Split(Outcome outcome) => (outcome.Response, outcome.Next);

    // A page on the internet whose name was made to resolve to 127.0.0.1 must not get in.
    private static bool IsLoopbackName(string host) => host is "localhost" or "127.0.0.1";
}

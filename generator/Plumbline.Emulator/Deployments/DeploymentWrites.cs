using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Resources;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments;

/// <summary>Writes the resources of deployments by the very routes that clients use, as the principal that deploys: nothing is allowed to a deployment that is refused to a request.</summary>
/// <param name="router">Gives the routes of everything but deployments.</param>
internal sealed class DeploymentWrites(Func<ArmRouter> router)
{
    /// <summary>The answer to a PUT of the resource, and the state after it.</summary>
    public Outcome Put(ArmState state, ArmRequest asked, string id, string apiVersion, JsonObject body) => Send(state, asked, "PUT", id, apiVersion, body);

    /// <summary>The answer to a DELETE of the resource, and the state after it.</summary>
    public Outcome Delete(ArmState state, ArmRequest asked, string id, string apiVersion) => Send(state, asked, "DELETE", id, apiVersion, null);

    /// <summary>The error that an answer carries; null when it is none.</summary>
    public static ArmError? ErrorOf(Outcome outcome)
    {
        if (outcome.Response.Status < 400) return null;
        var error = outcome.Response.Body?["error"] as JsonObject;
        return new ArmError(
            outcome.Response.Status, error?.Text("code") ?? "InternalServerError", error?.Text("message") ?? string.Empty, error?.Text("target"),
            error?["additionalInfo"] is { } info ? Json.Freeze(info) : null);
    }

    private Outcome Send(ArmState state, ArmRequest asked, string method, string id, string apiVersion, JsonObject? body)
    {
        var request = new ArmRequest(
            method, asked.Endpoint, id, ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("api-version", apiVersion), body, asked.Now, asked.RequestId)
        {
            Caller = asked.Caller,
        };
        var (route, found, error) = router().Find(request);
        if (route is null || error is not null) return error ?? ArmErrors.RouteNotFound(id);
        if (AccessGate.Check(state, found) is { } denied) return denied;
        return RequestGuard.Refuse(state, found) is { } refused ? refused : route.Handle(state, found);
    }
}

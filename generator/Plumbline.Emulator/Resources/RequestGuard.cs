using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Schemas;

namespace Plumbline.Emulator.Resources;

/// <summary>
/// What holds for every request to one resource, whatever its route does: locks, <c>If-Match</c> and <c>If-None-Match</c>, and the ETag of the answer.
/// After the addendum of ARM's contract for providers: 412 when a condition does not hold, 304 for a GET of what the client has.
/// </summary>
internal static class RequestGuard
{
    /// <summary>The answer that takes the place of the route's; null when the route is to answer.</summary>
    public static ArmResponse? Refuse(ArmState state, ArmRequest request)
    {
        if (request.Method is "POST" || ResourceId.TryParse(request.Path) is not { } id) return null;
        if (ResourceLocks.Refusal(state, id, request.Method) is { } locked) return ArmEnvelope.Error(locked);
        if (request.IfMatch is null && request.IfNoneMatch is null) return null;
        return Failed(request, id, state.Find(id) is { } existing ? EntityTag.Of(existing.Body) : null);
    }

    /// <summary>The route's answer with the ETag of the resource that it is about.</summary>
    /// <param name="state">The state after the request.</param>
    public static ArmResponse Complete(ArmState state, ArmRequest request, ArmResponse response)
    {
        if (request.Method is "POST" or "DELETE" || response.Status is not (200 or 201 or 204)) return response;
        if (ResourceId.TryParse(request.Path) is not { } id || state.Find(id) is not { } stored) return response;
        var tag = EntityTag.Of(stored.Body);
        if (response.Body is JsonObject body && MemberName(id.Type) is { } member) body[member] = tag;
        return response.With("ETag", tag);
    }

    // A GET or HEAD whose condition is If-None-Match is answered by 304, everything else that does not hold by 412.
    private static ArmResponse? Failed(ArmRequest request, ResourceId id, string? tag)
    {
        if (request.IfMatch is { } wanted && !EntityTag.IsNamedBy(wanted, tag)) return ArmEnvelope.Error(ConditionErrors.NotMatched(id.Text, wanted, tag));
        if (request.IfNoneMatch is not { } unwanted || !EntityTag.IsNamedBy(unwanted, tag)) return null;
        return request.Method is "GET" or "HEAD"
            ? new ArmResponse(304).With("ETag", tag ?? string.Empty)
            : ArmEnvelope.Error(ConditionErrors.Matched(id.Text, unwanted));
    }

    // Only some types have their tag in the document too: those whose schema says so.
    private static string? MemberName(string type) =>
        ResourceSchemas.Published.TryFind(type, out var schema) && schema.Root.Find("etag") is { } found && found.Name != SchemaProperty.AnyName ? found.Name : null;
}

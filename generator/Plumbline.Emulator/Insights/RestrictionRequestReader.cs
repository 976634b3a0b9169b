using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Insights;

/// <summary>Reads the body of <c>checkPolicyRestrictions</c>.</summary>
internal static class RestrictionRequestReader
{
    // The service documents no limits; these keep the number of evaluations small.
    private const int MaxFields = 50;
    private const int MaxValues = 100;

    /// <summary>The question; null and what is wrong with it, as a sentence without a full stop.</summary>
    /// <param name="body">The body, or null.</param>
    /// <param name="scope">The scope of the path.</param>
    public static RestrictionRequest? Read(JsonObject? body, ResourceId scope, out string? error)
    {
        error = null;
        if (body is null) return Fail("The request has no JSON object", out error);
        if (body["resourceDetails"] is not (null or JsonObject)) return Fail("'resourceDetails' is not an object", out error);
        var details = body["resourceDetails"] as JsonObject;

        // At a management group there may be no resource yet: which types are allowed is a question too.
        if (details?["resourceContent"] is not JsonObject content)
        {
            if (details is not null || !scope.Is(ResourceTypes.ManagementGroup)) return Fail("'resourceDetails.resourceContent' is required and must be an object", out error);
            content = [];
        }

        var at = details?.Text("scope") is { Length: > 0 } given ? ResourceId.TryParse(given) : scope;
        if (at is null || !at.IsWithin(scope)) return Fail($"'resourceDetails.scope' is not the id of a scope within '{scope.Text}'", out error);
        var pending = Pending(body["pendingFields"], out error);
        if (body["includeAuditEffect"] is { } audit && audit.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) error ??= "'includeAuditEffect' is not a boolean";
        return error is null ? new RestrictionRequest(content, details?.Text("apiVersion"), at, pending, body["includeAuditEffect"]?.GetValueKind() == JsonValueKind.True) : null;
    }

    private static ImmutableArray<PendingField> Pending(JsonNode? fields, out string? error)
    {
        error = null;
        if (fields is null) return [];
        var pending = ImmutableArray.CreateBuilder<PendingField>();
        foreach (var item in fields as JsonArray ?? [])
        {
            if (item is not JsonObject field || field.Text("field") is not { Length: > 0 } name || field["values"] is not (null or JsonArray)) break;
            pending.Add(new PendingField(name, [.. field["values"] as JsonArray ?? []]));
        }

        if (fields is not JsonArray all || pending.Count < all.Count) error = "'pendingFields' is not an array of objects with a 'field' and, if any, an array 'values'";
        else if (pending.Count > MaxFields || pending.Any(field => field.Values.Length > MaxValues)) error = $"'pendingFields' has more than {MaxFields} fields or {MaxValues} values";
        return pending.ToImmutable();
    }

    private static RestrictionRequest? Fail(string problem, out string? error)
    {
        error = problem;
        return null;
    }
}

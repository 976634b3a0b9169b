using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Gives resources the principals of their managed identities, as the service does when one is written.</summary>
internal static class ManagedIdentities
{
    /// <summary>
    /// The document with <c>principalId</c> and <c>tenantId</c> where <c>identity.type</c> asks for a system-assigned identity (the same ones as before, on an update), with the ids
    /// of the user-assigned ones, and with those of the resource itself when it is one; and the state in which these principals are known.
    /// </summary>
    /// <param name="state">What there is.</param>
    /// <param name="candidate">The resource that is about to be written.</param>
    /// <param name="existing">The one in its place, or null.</param>
    /// <param name="seed">What tells a new principal from those of other requests.</param>
    public static (StoredResource Resource, ArmState State) Complete(ArmState state, StoredResource candidate, StoredResource? existing, Guid seed)
    {
        if (candidate.Id.Is(ResourceTypes.UserAssignedIdentity)) return UserAssigned(state, candidate, existing, seed);
        if (candidate.Body.Property("identity") is not { ValueKind: JsonValueKind.Object }) return (candidate, state);
        var document = Json.Thaw(candidate.Body);
        if (document["identity"] is not JsonObject identity) return (candidate, state);
        identity.Remove("principalId");
        identity.Remove("tenantId");
        FillUserAssigned(state, identity);
        var next = HasSystemAssigned(identity) ? SystemAssigned(state, candidate.Id, identity, existing, seed) : state;
        return (new StoredResource(candidate.Id, Json.Freeze(document)), next);
    }

    /// <summary>The user-assigned identity that is named but does not exist; null when all exist.</summary>
    public static string? Missing(ArmState state, JsonObject? identity) => identity?["userAssignedIdentities"] is JsonObject identities
        ? identities.Select(pair => pair.Key).FirstOrDefault(id => state.Find(id)?.Id.Is(ResourceTypes.UserAssignedIdentity) != true)
        : null;

    private static bool HasSystemAssigned(JsonObject identity) => identity.Text("type")?.Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) == true;

    private static ArmState SystemAssigned(ArmState state, ResourceId id, JsonObject identity, StoredResource? existing, Guid seed)
    {
        var kept = existing?.Body.Property("identity")?.Text("principalId");
        var principal = kept ?? ServicePrincipals.Derive(seed.ToString(), id.Text, "principal").ToString();
        identity["principalId"] = principal;
        identity["tenantId"] = state.TenantId;
        var client = ServicePrincipals.Derive(principal, "client").ToString();
        return kept is null ? ServicePrincipals.With(state, new Caller(principal, client, id.Name), id) : state;
    }

    private static void FillUserAssigned(ArmState state, JsonObject identity)
    {
        if (identity["userAssignedIdentities"] is not JsonObject identities) return;
        foreach (var id in identities.Select(pair => pair.Key).ToList())
        {
            var found = state.Find(id);
            identities[id] = new JsonObject { ["principalId"] = found?.PropertyText("principalId"), ["clientId"] = found?.PropertyText("clientId") };
        }
    }

    private static (StoredResource Resource, ArmState State) UserAssigned(ArmState state, StoredResource candidate, StoredResource? existing, Guid seed)
    {
        var document = Json.Thaw(candidate.Body);
        if (document["properties"] is not JsonObject properties) document["properties"] = properties = [];
        var principal = existing?.PropertyText("principalId") ?? ServicePrincipals.Derive(seed.ToString(), candidate.Id.Text, "principal").ToString();
        var client = existing?.PropertyText("clientId") ?? ServicePrincipals.Derive(seed.ToString(), candidate.Id.Text, "client").ToString();
        properties["tenantId"] = state.TenantId;
        properties["principalId"] = principal;
        properties["clientId"] = client;
        return (new StoredResource(candidate.Id, Json.Freeze(document)), ServicePrincipals.With(state, new Caller(principal, client, candidate.Id.Name), candidate.Id));
    }
}

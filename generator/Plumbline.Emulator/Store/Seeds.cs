using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Store;

/// <summary>The state of a first start: the subscription and the resources it begins with. No policy is enforced on them.</summary>
internal static class Seeds
{
    private const string DefaultLocation = "westeurope";

    /// <summary>A subscription with nothing in it.</summary>
    public static ArmState Empty(string tenantId, string subscriptionId)
    {
        var id = ResourceId.TryParse("/subscriptions/" + subscriptionId)
            ?? throw new EmulatorStartException($"'{subscriptionId}' is not a subscription id. Give a GUID.");
        return new ArmState(tenantId, subscriptionId)
            .With(ScopeDocuments.RootManagementGroup(tenantId))
            .With(ScopeDocuments.Subscription(tenantId, id));
    }

    /// <summary>With resources as ARM returns them, one JSON text each. Resource groups and subscriptions are made where there are none.</summary>
    /// <param name="state">What there is.</param>
    /// <param name="documents">The resources; read once.</param>
    /// <param name="keepsSubscriptions">Whether resources stay in their subscriptions; else all are moved into the first one, with every id in them that names their old one.</param>
    /// <exception cref="EmulatorStartException">A document is no resource.</exception>
    public static ArmState Plant(ArmState state, IEnumerable<string> documents, bool keepsSubscriptions)
    {
        var planted = new Dictionary<ResourceId, StoredResource>();
        foreach (var document in documents)
        {
            var (id, body) = Read(document, keepsSubscriptions ? null : state.SubscriptionId);
            AddScopes(planted, state, id, body.Text("location") ?? DefaultLocation);
            planted[id] = Resource(state, id, body);
        }

        return planted.Count == 0 ? state : state.WithSaved(planted.Values);
    }

    private static StoredResource Resource(ArmState state, ResourceId id, JsonObject body)
    {
        if (id.Is(ResourceTypes.ResourceGroup)) return ScopeDocuments.ResourceGroup(id, body.Text("location") ?? DefaultLocation, body["tags"]);
        return id.Is(ResourceTypes.Subscription) ? ScopeDocuments.Subscription(state.TenantId, id) : ResourceDocument.Seed(id, body);
    }

    private static void AddScopes(Dictionary<ResourceId, StoredResource> planted, ArmState state, ResourceId id, string location)
    {
        for (var scope = id.Parent; scope is not null; scope = scope.Parent)
        {
            if (planted.ContainsKey(scope) || state.Find(scope) is not null) continue;
            if (scope.Is(ResourceTypes.ResourceGroup)) planted[scope] = ScopeDocuments.ResourceGroup(scope, location, null);
            if (scope.Is(ResourceTypes.Subscription)) planted[scope] = ScopeDocuments.Subscription(state.TenantId, scope);
        }
    }

    private static (ResourceId Id, JsonObject Body) Read(string document, string? subscription)
    {
        var given = Read(document);
        if (ResourceId.TryParse(given.Text("id") ?? string.Empty) is not { SubscriptionId: { } old } id)
            throw new EmulatorStartException($"A seed has the 'id' '{given.Text("id")}', which is not the id of a resource in a subscription. Give the resource as ARM returns it.");
        if (subscription is null || string.Equals(old, subscription, StringComparison.OrdinalIgnoreCase)) return (id, given);
        return Read(document.Replace($"/subscriptions/{old}", $"/subscriptions/{subscription}", StringComparison.OrdinalIgnoreCase), null);
    }

    private static JsonObject Read(string document)
    {
        try
        {
            return JsonNode.Parse(document, documentOptions: Json.Strict) as JsonObject
                ?? throw new EmulatorStartException("A seed is not a JSON object. Give one resource as ARM returns it.");
        }
        catch (JsonException problem)
        {
            throw new EmulatorStartException($"A seed is not JSON: {problem.Message} Give one resource as ARM returns it.", problem);
        }
    }
}

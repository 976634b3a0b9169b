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

    /// <summary>
    /// With the resource of one ARM JSON document. It is moved into the emulator's subscription, with every id in it that names
    /// its old one; its resource group is made when there is none.
    /// </summary>
    /// <exception cref="EmulatorStartException">The document is no resource.</exception>
    public static ArmState Plant(ArmState state, string document)
    {
        var given = Read(document);
        if (ResourceId.TryParse(given.Text("id") ?? string.Empty) is not { SubscriptionId: { } subscription })
            throw new EmulatorStartException($"A seed has the 'id' '{given.Text("id")}', which is not the id of a resource in a subscription. Give the resource as ARM returns it.");
        var moved = document.Replace($"/subscriptions/{subscription}", $"/subscriptions/{state.SubscriptionId}", StringComparison.OrdinalIgnoreCase);
        var body = Read(moved);
        return ResourceId.TryParse(body.Text("id") ?? string.Empty) is { } id ? Plant(state, id, body) : state;
    }

    private static ArmState Plant(ArmState state, ResourceId id, JsonObject body)
    {
        var location = body.Text("location") ?? DefaultLocation;
        if (id.Is(ResourceTypes.ResourceGroup)) return state.With(ScopeDocuments.ResourceGroup(id, location, body["tags"]));
        var group = id.ResourceGroup is { } name ? ResourceId.TryParse($"/subscriptions/{state.SubscriptionId}/resourceGroups/{name}") : null;
        if (group is not null && state.Find(group) is null) state = state.With(ScopeDocuments.ResourceGroup(group, location, null));
        return state.With(ResourceDocument.Seed(id, body));
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

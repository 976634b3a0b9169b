using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Schemas;

namespace Plumbline.Emulator.Store;

/// <summary>Makes the document that ARM returns from the one that was PUT.</summary>
internal static class ResourceDocument
{
    private static readonly ImmutableHashSet<string> Service =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "id", "name", "type", "systemData");

    /// <summary>The resource of any provider: the body with id, name and type in front, <c>provisioningState</c> and <c>systemData</c> added.</summary>
    public static StoredResource Create(ResourceId id, JsonObject body, StoredResource? existing, DateTimeOffset now, Caller? caller = null)
    {
        var document = Envelope(existing?.Id ?? id, body);
        if (document["properties"] is not JsonObject properties) document["properties"] = properties = [];
        if (!properties.ContainsKey("provisioningState") && HasProvisioningState(id.Type)) properties["provisioningState"] = "Succeeded";
        document["systemData"] = SystemData.After(existing, now, caller);
        return new StoredResource(existing?.Id ?? id, Json.Freeze(document));
    }

    // Of a type without a schema nothing is known, and most have one.
    private static bool HasProvisioningState(string type) =>
        !ResourceSchemas.Published.TryFind(type, out var schema) || schema.Root.Find("properties")?.Value.Find("provisioningState") is not null;

    /// <summary>The resource of a seed: as it is, with id, name and type in front.</summary>
    public static StoredResource Seed(ResourceId id, JsonObject body) => new(id, Json.Freeze(Envelope(id, body)));

    /// <summary>The body with id, name and type in front of its other members.</summary>
    public static JsonObject Envelope(ResourceId id, JsonObject body)
    {
        var document = new JsonObject { ["id"] = id.Text, ["name"] = id.Name, ["type"] = id.Type };
        foreach (var member in body.Where(member => !Service.Contains(member.Key))) document[member.Key] = member.Value?.DeepClone();
        return document;
    }
}

using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Aliases;

namespace Plumbline.Emulator.Resources;

/// <summary>What ARM itself asks of every resource that is PUT, before its provider sees it.</summary>
internal static class ResourceRules
{
    /// <summary>The first refusal, or null.</summary>
    public static ArmError? Validate(ResourceId id, JsonObject body, StoredResource? existing)
    {
        if (!ResourceNames.IsValid(id.Name)) return ProviderErrors.InvalidResourceName(id.Name);
        return Shape(body) ?? Identity(id, body) ?? ResourceTags.Validate(body["tags"]) ?? Location(id, body, existing);
    }

    private static ArmError? Shape(JsonObject body)
    {
        if (body["properties"] is { } properties && properties is not JsonObject) return ArmErrors.InvalidRequestContent("The value of 'properties' is not an object");
        return body["location"] is { } location && (location is not JsonValue value || !value.TryGetValue<string>(out _))
            ? ArmErrors.InvalidRequestContent("The value of 'location' is not a string")
            : null;
    }

    // What was read from ARM may be sent again, so id, name and type may stand in the body; but not those of another resource.
    private static ArmError? Identity(ResourceId id, JsonObject body)
    {
        if (body.Text("id") is { Length: > 0 } given && ResourceId.TryParse(given) is { } other && !other.Equals(id)) return ProviderErrors.Mismatch("Id", "id", given, id.Text);
        if (body.Text("name") is { Length: > 0 } name && !IsName(name, id)) return ProviderErrors.Mismatch("Name", "name", name, id.Name);
        return body.Text("type") is { Length: > 0 } type && !id.Is(type) ? ProviderErrors.Mismatch("Type", "type", type, id.Type) : null;
    }

    // Templates write the name of a nested resource with those of its parents.
    private static bool IsName(string name, ResourceId id) => string.Equals(name[(name.LastIndexOf('/') + 1)..], id.Name, StringComparison.OrdinalIgnoreCase);

    private static ArmError? Location(ResourceId id, JsonObject body, StoredResource? existing)
    {
        var given = body.Text("location");
        if (string.IsNullOrEmpty(given)) return ResourceTypeTraits.SupportsTagsAndLocation(id.Type) == true ? ArmErrors.LocationRequired() : null;
        return existing?.Body.Text("location") is { } current && Locations.Normalize(current) != Locations.Normalize(given)
            ? ProviderErrors.LocationChanged(id.Name, id.ResourceGroup ?? string.Empty, current, given)
            : null;
    }
}

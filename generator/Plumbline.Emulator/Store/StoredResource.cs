using System.Text.Json;

namespace Plumbline.Emulator.Store;

/// <summary>Anything that was PUT, seeded or built in.</summary>
/// <param name="Id">Its id, in the casing of its creation.</param>
/// <param name="Body">Its document as ARM returns it.</param>
internal sealed record StoredResource(ResourceId Id, JsonElement Body)
{
    /// <summary>The member of <c>properties</c>, or null when there is none.</summary>
    public JsonElement? Property(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value)
            ? value
            : null;

    /// <summary>The text of a member of <c>properties</c>, or null when it is missing or not a string.</summary>
    public string? PropertyText(string name) => Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}

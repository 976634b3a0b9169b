using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Wire;

/// <summary>The two JSON forms of the wire: <see cref="JsonNode"/> while a document is built, <see cref="JsonElement"/> once it is kept.</summary>
internal static class Json
{
    /// <summary>How deep a document may nest; deeper ones are refused.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Strict JSON: no comments, no trailing commas, no property twice.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>An immutable copy of <paramref name="node"/>.</summary>
    public static JsonElement Freeze(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString(), Strict);
        return document.RootElement.Clone();
    }

    /// <summary>A node to build on, from an immutable object.</summary>
    public static JsonObject Thaw(JsonElement element) =>
        JsonNode.Parse(element.GetRawText(), documentOptions: Strict) as JsonObject ?? [];

    /// <summary>The node on one line, its text readable: only what JSON itself demands is escaped.</summary>
    public static string Compact(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) node.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The text of the property, or null when it is missing or not a string.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The property's value (exact case), or null when the element is no object or has none.</summary>
    public static JsonElement? Property(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The text of the property, or null when it is missing or not a string.</summary>
    public static string? Text(this JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

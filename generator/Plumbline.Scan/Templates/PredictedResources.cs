using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Templates;

/// <summary>What the template engine says a deployment will leave.</summary>
/// <param name="Resources">The resources as JSON text in ARM's shape, each with the declaration it was made from; null when that is not known.</param>
/// <param name="Remarks">What could not be expanded.</param>
public sealed record PredictedResources(ImmutableArray<(ReadOnlyMemory<byte> Utf8, TemplateResource? Declaration)> Resources, ImmutableArray<string> Remarks)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ResourceDocument.MaximumDepth + 4 };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = ResourceDocument.MaximumDepth + 4 };

    /// <summary>Reads a snapshot of Bicep (<c>bicep snapshot</c>): <c>predictedResources</c> and <c>diagnostics</c>.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="template">The template it was made from, for the markers.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static PredictedResources Read(ReadOnlyMemory<byte> snapshot, TemplateDocument template)
    {
        using var document = JsonDocument.Parse(snapshot, Options);
        var root = document.RootElement;
        return new(
            [.. Items(root, "predictedResources").Where(item => item.ValueKind == JsonValueKind.Object).Select(item => (WithoutMarker(item), DeclarationOf(item, template)))],
            [.. Items(root, "diagnostics").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? "")]);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static JsonElement? MarkerOf(JsonElement resource) =>
        resource.TryGetProperty(TemplateDocument.MarkerProperty, out var scale) && scale.ValueKind == JsonValueKind.Object && scale.TryGetProperty(TemplateDocument.MarkerName, out var marker) ? marker : null;

    private static TemplateResource? DeclarationOf(JsonElement resource, TemplateDocument template) =>
        MarkerOf(resource) is { ValueKind: JsonValueKind.String } marker
        && int.TryParse(marker.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < template.Resources.Length
            ? template.Resources[index]
            : null;

    private static ReadOnlyMemory<byte> WithoutMarker(JsonElement resource)
    {
        var isMarked = MarkerOf(resource) is not null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var property in resource.EnumerateObject().Where(property => !isMarked || property.Name != TemplateDocument.MarkerProperty)) property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}

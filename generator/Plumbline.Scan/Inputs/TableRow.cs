using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Scan.Inputs;

/// <summary>A row of Resource Graph's table format as an object. Source: the REST reference of Resource Graph, <c>resultFormat: table</c>.</summary>
internal static class TableRow
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Policy.Values.ResourceDocument.MaximumDepth + 4 };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Policy.Values.ResourceDocument.MaximumDepth + 4 };

    /// <summary>The names of the columns.</summary>
    public static ImmutableArray<string> Columns(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Options);
        return document.RootElement.ValueKind != JsonValueKind.Array ? [] : [.. document.RootElement.EnumerateArray().Select(NameOf)];
    }

    /// <summary>The row with the columns' names as keys; what is no array stays as it is.</summary>
    public static ReadOnlyMemory<byte> ToObject(ReadOnlyMemory<byte> row, ImmutableArray<string> columns)
    {
        using var document = JsonDocument.Parse(row, Options);
        if (document.RootElement.ValueKind != JsonValueKind.Array) return row.ToArray();
        var buffer = new ArrayBufferWriter<byte>(row.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in columns.Zip(document.RootElement.EnumerateArray()))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static string NameOf(JsonElement column) =>
        column.ValueKind == JsonValueKind.Object && column.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() ?? "" : "";
}

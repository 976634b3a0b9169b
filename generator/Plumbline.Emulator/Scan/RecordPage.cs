using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>Writes a page of records.</summary>
/// <param name="context">The <c>@odata.context</c> of the page.</param>
/// <param name="columns">What a record shows, in this order.</param>
internal sealed class RecordPage(string context, ImmutableArray<string> columns)
{
    // What ARM accepts as an answer of a resource provider.
    private const int MaxBytes = 16 << 20;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 4096 };

    /// <summary>The page.</summary>
    /// <exception cref="ResponseTooLargeException">It would be too large.</exception>
    public ArmContent Write(IReadOnlyCollection<ODataRow> rows, string? nextLink)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", context);
            writer.WriteNumber("@odata.count", rows.Count);
            if (nextLink is null) writer.WriteNull("@odata.nextLink");
            else writer.WriteString("@odata.nextLink", nextLink);
            writer.WriteStartArray("value");
            foreach (var row in rows)
            {
                Write(writer, row);
                if (writer.BytesCommitted + writer.BytesPending > MaxBytes) throw new ResponseTooLargeException(MaxBytes, "bytes");
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new ArmContent(buffer.WrittenMemory);
    }

    private void Write(Utf8JsonWriter writer, ODataRow row)
    {
        writer.WriteStartObject();
        writer.WriteNull("@odata.id");
        writer.WriteString("@odata.context", context + "/$entity");
        foreach (var column in columns)
        {
            var value = row[column];
            if (value is UndefinedValue) continue;
            writer.WritePropertyName(column);
            if (value is TextValue text) writer.WriteStringValue(text.Value);
            else PolicyValueWriter.WriteTo(writer, value);
        }

        writer.WriteEndObject();
    }
}

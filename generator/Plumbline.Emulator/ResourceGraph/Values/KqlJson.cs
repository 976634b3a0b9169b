using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>Between JSON and values.</summary>
internal static class KqlJson
{
    /// <summary>The most bytes that one value may have as JSON. A query can nest a value into itself, so this is checked while it is written.</summary>
    public const int MaxBytes = 1 << 24;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>The value of a JSON element. Objects and arrays are read when they are asked for; whole numbers that fit 64 bits are <see cref="KqlLong"/>.</summary>
    public static KqlValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => KqlBag.Of(element),
        JsonValueKind.Array => KqlArray.Of(element),
        JsonValueKind.String => new KqlText(WellFormedText.Of(element)),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? new KqlLong(whole) : new KqlReal(element.GetDouble()),
        JsonValueKind.True => KqlBoolean.Of(true),
        JsonValueKind.False => KqlBoolean.Of(false),
        _ => KqlNull.Instance,
    };

    /// <summary>The value of a JSON text; null when it is none.</summary>
    public static KqlValue? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Json.MaxDepth });
            return Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value on one line of JSON, its text readable.</summary>
    /// <exception cref="QueryLimitException">It is larger than <see cref="MaxBytes"/> or nests too deep.</exception>
    public static string Text(KqlValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, value, 0);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value as an answer carries it.</summary>
    /// <exception cref="QueryLimitException">It is larger than <see cref="MaxBytes"/> or nests too deep.</exception>
    public static JsonNode? Node(KqlValue value) => value switch
    {
        KqlNull => null,
        KqlText text => JsonValue.Create(WellFormedText.Of(text.Value)),
        KqlLong number => JsonValue.Create(number.Value),
        KqlBoolean truth => JsonValue.Create(truth.Value),
        _ => JsonNode.Parse(Text(value), documentOptions: new JsonDocumentOptions { MaxDepth = 1000 }),
    };

    private static void Write(Utf8JsonWriter writer, KqlValue value, int depth)
    {
        if (depth > 2 * Json.MaxDepth) throw new QueryLimitException($"A value nests deeper than {2 * Json.MaxDepth} levels.");
        if (writer.BytesCommitted + writer.BytesPending > MaxBytes) throw new QueryLimitException($"A value is larger than {MaxBytes} bytes of JSON.");
        switch (value)
        {
            case KqlArray array:
                writer.WriteStartArray();
                foreach (var item in array.Items) Write(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case KqlBag bag:
                writer.WriteStartObject();
                foreach (var (name, member) in bag.Members)
                {
                    writer.WritePropertyName(WellFormedText.Of(name));
                    Write(writer, member, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteScalar(writer, value);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, KqlValue value)
    {
        switch (value)
        {
            case KqlNull: writer.WriteNullValue(); break;
            case KqlBoolean truth: writer.WriteBooleanValue(truth.Value); break;
            case KqlLong number: writer.WriteNumberValue(number.Value); break;
            case KqlReal number when double.IsFinite(number.Value): writer.WriteNumberValue(number.Value); break;
            case KqlDateTime instant: writer.WriteStringValue(KqlConvert.ShortInstant(instant.Value)); break;
            default: writer.WriteStringValue(WellFormedText.Of(KqlConvert.ToText(value))); break;
        }
    }
}

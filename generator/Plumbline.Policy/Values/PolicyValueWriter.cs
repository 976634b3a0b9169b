using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Values;

/// <summary>Turns <see cref="PolicyValue"/>s into JSON of either library. A member that is undefined is left out; undefined elsewhere is null.</summary>
public static class PolicyValueWriter
{
    // The text is shown to people and compared by tests, never put into HTML unescaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    /// <summary>The value as a Newtonsoft.Json token.</summary>
    public static JToken ToToken(PolicyValue value) => value switch
    {
        ObjectValue item => ToObject(item),
        ArrayValue item => new JArray(item.Items.Select(ToToken)),
        TextValue item => new JValue(item.Value),
        IntegerValue item => new JValue(item.Value),
        FloatValue item => new JValue(item.Value),
        BooleanValue item => new JValue(item.Value),
        _ => JValue.CreateNull(),
    };

    /// <summary>Writes the value as one JSON value.</summary>
    public static void WriteTo(Utf8JsonWriter writer, PolicyValue value)
    {
        switch (value)
        {
            case ObjectValue item: WriteObject(writer, item); break;
            case ArrayValue item: WriteArray(writer, item); break;
            case TextValue item: writer.WriteStringValue(item.Value); break;
            case IntegerValue item: writer.WriteNumberValue(item.Value); break;
            case FloatValue item: WriteFloat(writer, item.Value); break;
            case BooleanValue item: writer.WriteBooleanValue(item.Value); break;
            default: writer.WriteNullValue(); break;
        }
    }

    /// <summary>The value on one line without spaces.</summary>
    public static string ToCompactJson(PolicyValue value) => Encoding.UTF8.GetString(ToUtf8(value).Span);

    /// <summary>The value as UTF-8 text on one line without spaces.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(PolicyValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact)) WriteTo(writer, value);
        return buffer.WrittenMemory;
    }

    // A resource may repeat a key, which a JObject cannot: the last one counts.
    private static JObject ToObject(ObjectValue value)
    {
        var target = new JObject();
        foreach (var property in value.Properties.Where(IsDefined)) target[property.Key] = ToToken(property.Value);
        return target;
    }

    private static bool IsDefined(KeyValuePair<string, PolicyValue> property) => property.Value is not UndefinedValue;

    private static void WriteObject(Utf8JsonWriter writer, ObjectValue value)
    {
        writer.WriteStartObject();
        foreach (var property in value.Properties.Where(IsDefined))
        {
            writer.WritePropertyName(property.Key);
            WriteTo(writer, property.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, ArrayValue value)
    {
        writer.WriteStartArray();
        foreach (var item in value.Items) WriteTo(writer, item);
        writer.WriteEndArray();
    }

    // 1.0 stays 1.0: a float and an integer are different values to template functions. JSON has no infinity.
    private static void WriteFloat(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value)) writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        else if (value == Math.Truncate(value) && Math.Abs(value) < 1e15) writer.WriteRawValue(value.ToString("0.0", CultureInfo.InvariantCulture));
        else writer.WriteNumberValue(value);
    }
}

using System.Globalization;
using Newtonsoft.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>
/// JSON on one line as template functions make it: ARM writes with Newtonsoft.Json, which escapes nothing but quotes, backslashes and
/// control characters, so that the length of the text is Azure's too.
/// </summary>
internal static class CompactJson
{
    /// <summary>The JSON, or null when it is longer than <paramref name="maximum"/> characters.</summary>
    public static string? Write(PolicyValue value, int maximum)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        var isWritten = Write(json, value, text, maximum);
        json.Flush();
        return isWritten && text.GetStringBuilder().Length <= maximum ? text.ToString() : null;
    }

    private static bool Write(JsonTextWriter json, PolicyValue value, StringWriter text, int maximum)
    {
        if (text.GetStringBuilder().Length > maximum) return false;
        switch (value)
        {
            case ArrayValue array: return WriteArray(json, array, text, maximum);
            case ObjectValue item: return WriteObject(json, item, text, maximum);
            case TextValue item: json.WriteValue(item.Value); break;
            case IntegerValue item: json.WriteValue(item.Value); break;
            case FloatValue item: json.WriteValue(item.Value); break;
            case BooleanValue item: json.WriteValue(item.Value); break;
            default: json.WriteNull(); break;
        }

        return true;
    }

    private static bool WriteArray(JsonTextWriter json, ArrayValue array, StringWriter text, int maximum)
    {
        json.WriteStartArray();
        foreach (var item in array.Items)
        {
            if (!Write(json, item, text, maximum)) return false;
        }

        json.WriteEndArray();
        return true;
    }

    private static bool WriteObject(JsonTextWriter json, ObjectValue value, StringWriter text, int maximum)
    {
        json.WriteStartObject();
        foreach (var property in value.Properties)
        {
            if (property.Value is UndefinedValue) continue;
            json.WritePropertyName(property.Key);
            if (!Write(json, property.Value, text, maximum)) return false;
        }

        json.WriteEndObject();
        return true;
    }
}

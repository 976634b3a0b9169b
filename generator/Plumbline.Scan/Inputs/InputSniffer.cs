using System.Text;
using System.Text.Json;

namespace Plumbline.Scan.Inputs;

/// <summary>Tells by the beginning of a JSON text what it holds.</summary>
public static class InputSniffer
{
    /// <summary>How many bytes of a text are enough to tell.</summary>
    public const int PrefixLength = 1 << 16;

    /// <summary>What a text is; null when it holds the parameters of a template, or no JSON.</summary>
    /// <param name="prefix">The first bytes.</param>
    public static InputKind? KindOf(ReadOnlySpan<byte> prefix)
    {
        if (prefix.StartsWith("\uFEFF"u8)) prefix = prefix[3..];
        if (prefix is [0xFF, 0xFE, ..]) return KindOf(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(prefix[2..])));
        var reader = new Utf8JsonReader(prefix, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1100, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowMultipleValues = true }));
        try
        {
            return !reader.Read() ? null : reader.TokenType switch
            {
                JsonTokenType.StartArray => InputKind.Inventory,
                JsonTokenType.StartObject => KindOfObject(ref reader),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return InputKind.Inventory;
        }
    }

    /// <summary>Whether a JSON text may be an inventory: a list of objects, an object with a list, or one with a type. Others in a folder are none of a scan's business.</summary>
    /// <param name="prefix">The first bytes.</param>
    public static bool HoldsResources(ReadOnlySpan<byte> prefix)
    {
        var reader = new Utf8JsonReader(prefix, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1100, AllowMultipleValues = true }));
        try
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.StartArray && !reader.Read()) return true;
            return reader.TokenType == JsonTokenType.StartObject && IsResourceOrList(ref reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsResourceOrList(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isList) = (Ascii.EqualsIgnoreCase(reader.ValueSpan, "type"u8), ListWrapper.IsList(reader.ValueSpan));
            if (!reader.Read()) return true;
            if (isType && reader.TokenType == JsonTokenType.String) return reader.ValueSpan.Contains((byte)'/');
            if (isList && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
            if (!reader.TrySkip()) return true;
        }

        return reader.TokenType != JsonTokenType.EndObject;
    }

    private static InputKind? KindOfObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resource_changes"u8) || reader.ValueTextEquals("planned_values"u8) || reader.ValueTextEquals("terraform_version"u8)) return InputKind.TerraformPlan;
            var isSchema = reader.ValueTextEquals("$schema"u8);
            if (!reader.Read()) break;
            if (isSchema && reader.TokenType == JsonTokenType.String) return KindOfSchema(Encoding.UTF8.GetString(reader.ValueSpan));
            if (!reader.TrySkip()) break;
        }

        return InputKind.Inventory;
    }

    private static InputKind? KindOfSchema(string schema) =>
        Templates.TemplateDocument.IsTemplateSchema(schema) ? InputKind.Template
        : schema.Contains("deploymentParameters.json", StringComparison.OrdinalIgnoreCase) ? null
        : InputKind.Inventory;
}

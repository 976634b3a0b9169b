using System.Text;
using System.Text.Json;

namespace Plumbline.Scan.Inputs;

/// <summary>An object around a list of resources: a page of Azure Resource Manager or of Resource Graph.</summary>
internal static class ListWrapper
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Policy.Values.ResourceDocument.MaximumDepth + 4 };

    /// <summary>Whether an object is such a one: it has a list and no type.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8)
    {
        var hasList = false;
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isList) = (Ascii.EqualsIgnoreCase(reader.ValueSpan, "type"u8), IsList(reader.ValueSpan));
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String) return false;
            hasList |= isList && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
            reader.Skip();
        }

        return hasList;
    }

    /// <summary>Whether a property of this name holds the list.</summary>
    public static bool IsList(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "value"u8) || Ascii.EqualsIgnoreCase(name, "data"u8);

    /// <summary>Whether a property of this name says that the list goes on elsewhere.</summary>
    public static bool IsContinuation(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "nextLink"u8) || Ascii.EqualsIgnoreCase(name, "@odata.nextLink"u8) || Ascii.EqualsIgnoreCase(name, "$skipToken"u8)
        || Ascii.EqualsIgnoreCase(name, "skip_token"u8) || Ascii.EqualsIgnoreCase(name, "skipToken"u8) || Ascii.EqualsIgnoreCase(name, "resultTruncated"u8)
        || Ascii.EqualsIgnoreCase(name, "result_truncated"u8);

    /// <summary>Whether the value of such a property says so: a link or token that is not empty, or "true".</summary>
    public static bool Continues(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.True || (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty && !Ascii.EqualsIgnoreCase(reader.ValueSpan, "false"u8));
}

using System.Text.Json;

namespace Plumbline.Scan.Inputs;

/// <summary>The identity properties of a resource; one that is absent, or no text, is empty.</summary>
/// <param name="Id">The resource id.</param>
/// <param name="Type">The full type.</param>
/// <param name="Name">The name.</param>
/// <param name="Location">The region.</param>
public readonly record struct ResourceHeader(string Id, string Type, string Name, string Location)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Policy.Values.ResourceDocument.MaximumDepth };

    /// <summary>What a resource is called: its id, else its type and name.</summary>
    public string Label => Id.Length > 0 ? Id : $"{Type}/{Name}";

    /// <summary>Reads the properties at the root of an object.</summary>
    /// <exception cref="JsonException">The text is not one JSON object, or nested too deep.</exception>
    public static ResourceHeader Read(ReadOnlySpan<byte> utf8)
    {
        var (id, type, name, location) = ("", "", "", "");
        var reader = new Utf8JsonReader(utf8, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "id"u8)) id = Text(ref reader);
            else if (Is(ref reader, "type"u8)) type = Text(ref reader);
            else if (Is(ref reader, "name"u8)) name = Text(ref reader);
            else if (Is(ref reader, "location"u8)) location = Text(ref reader);
            else reader.Skip();
        }

        return new(id, type, name, location);
    }

    // Resource Graph writes names as ARM does; hand-made tables may not.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => System.Text.Ascii.EqualsIgnoreCase(reader.ValueSpan, name);

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return Decoded(ref reader);
        reader.Skip();
        return "";
    }

    private static string Decoded(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}

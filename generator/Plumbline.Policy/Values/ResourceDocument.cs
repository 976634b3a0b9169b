using System.Text.Json;

namespace Plumbline.Policy.Values;

/// <summary>
/// A resource as the UTF-8 text that ARM returns, with an index of its tokens. Nothing of the text is copied into objects: conditions are
/// evaluated on the bytes. Immutable to everybody but a scan that reads resource after resource into the same document.
/// </summary>
public sealed class ResourceDocument
{
    /// <summary>The deepest nesting that is read. Azure's own limit for an evaluated object is 128 levels.</summary>
    public const int MaximumDepth = 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };

    private ReadOnlyMemory<byte> text;
    private ResourceToken[] tokens = new ResourceToken[64];
    private int count;

    internal ResourceDocument()
    {
    }

    /// <summary>The resource.</summary>
    internal ResourceElement Root => new(this, 0);

    /// <summary>Reads one JSON value. The text is kept, not copied: its owner must not change it.</summary>
    /// <exception cref="JsonException">The text is not one JSON value, or is nested deeper than <see cref="MaximumDepth"/> levels.</exception>
    public static ResourceDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        var document = new ResourceDocument();
        document.Load(utf8);
        return document;
    }

    /// <summary>The document of a value that is in memory already.</summary>
    /// <exception cref="JsonException">The value is nested deeper than <see cref="MaximumDepth"/> levels.</exception>
    public static ResourceDocument Of(PolicyValue value) => Parse(PolicyValueWriter.ToUtf8(value));

    /// <summary>The resource as a value. A document that is no object has no properties.</summary>
    public ObjectValue ToValue() => Root.ToValue() as ObjectValue ?? PolicyValueReader.Object();

    /// <summary>Reads another text into this document; elements of the former one are no longer valid.</summary>
    internal void Load(ReadOnlyMemory<byte> utf8)
    {
        text = utf8;
        count = 0;
        var reader = new Utf8JsonReader(utf8.Span, Options);
        Span<int> open = stackalloc int[MaximumDepth];
        Span<int> members = stackalloc int[MaximumDepth];
        var depth = 0;
        while (reader.Read())
        {
            var kind = reader.TokenType;
            if (kind is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                depth--;
                ref var container = ref tokens[open[depth]];
                container = container with { Length = members[depth], Next = count };
                continue;
            }

            if (depth > 0 && kind != JsonTokenType.PropertyName) members[depth - 1]++;
            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                (open[depth], members[depth]) = (count, 0);
                depth++;
            }

            Add(ref reader, kind);
        }
    }

    internal ref readonly ResourceToken this[int index] => ref tokens[index];

    internal ReadOnlySpan<byte> TextOf(in ResourceToken token) => text.Span.Slice(token.Start, token.Length);

    private void Add(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        if (count == tokens.Length) Array.Resize(ref tokens, count * 2);
        var isText = kind is JsonTokenType.String or JsonTokenType.PropertyName;
        tokens[count] = new((int)reader.TokenStartIndex + (isText ? 1 : 0), reader.ValueSpan.Length, count + 1, kind, isText && reader.ValueIsEscaped);
        count++;
    }
}

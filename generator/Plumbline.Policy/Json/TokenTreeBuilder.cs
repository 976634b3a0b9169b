using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>Builds the tree from the tokens of a reader, without recursion.</summary>
internal sealed class TokenTreeBuilder(LineIndex lines)
{
    private readonly Stack<JContainer> open = new();
    private (string Name, TokenPosition Position)? pending;

    /// <summary>The outermost value, once it has started.</summary>
    public JToken? Root { get; private set; }

    public void Add(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName: pending = (reader.GetString() ?? string.Empty, PositionOf(ref reader)); break;
            case JsonTokenType.StartObject: Open(Positioned(new JObject(), ref reader)); break;
            case JsonTokenType.StartArray: Open(Positioned(new JArray(), ref reader)); break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray: open.Pop(); break;
            default: Attach(Positioned(Scalar(ref reader), ref reader)); break;
        }
    }

    private static JValue Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new JValue(reader.GetString()),
        JsonTokenType.Number => reader.TryGetInt64(out var integer) ? new JValue(integer) : new JValue(Finite(reader.GetDouble())),
        JsonTokenType.True => new JValue(true),
        JsonTokenType.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    // A number beyond the range of a double (1e999) is legal JSON and would not be writable as infinity.
    private static double Finite(double value) => double.IsFinite(value) ? value : Math.CopySign(double.MaxValue, value);

    private T Positioned<T>(T token, ref Utf8JsonReader reader)
        where T : JToken
    {
        token.AddAnnotation(PositionOf(ref reader));
        return token;
    }

    private TokenPosition PositionOf(ref Utf8JsonReader reader)
    {
        // A property name's token ends behind its quote; BytesConsumed is behind the colon.
        var end = reader.TokenType == JsonTokenType.PropertyName ? reader.TokenStartIndex + reader.ValueSpan.Length + 2 : reader.BytesConsumed;
        var index = open.TryPeek(out var parent) && parent is JArray array ? array.Count : 0;
        return new TokenPosition(lines.SpanOf((int)reader.TokenStartIndex, (int)end), index);
    }

    private void Open(JContainer container)
    {
        Attach(container);
        open.Push(container);
    }

    private void Attach(JToken value)
    {
        Root ??= value;
        if (!open.TryPeek(out var parent)) return;
        // INVARIANT: inside an object a value always follows a property name.
        if (parent is not JObject owner) parent.Add(value);
        else if (pending is { } key) Attach(owner, key.Name, key.Position, value);
    }

    private static void Attach(JObject owner, string name, TokenPosition position, JToken value)
    {
        if (owner.Property(name, StringComparison.Ordinal) is { } earlier)
        {
            Repeated(owner).Add(new RepeatedKey(name, position.Span));
            earlier.Value = value;
            earlier.RemoveAnnotations<TokenPosition>();
            earlier.AddAnnotation(position);
            return;
        }

        var property = new JProperty(name, value);
        property.AddAnnotation(position);
        owner.Add(property);
    }

    private static List<RepeatedKey> Repeated(JObject owner)
    {
        if (owner.Annotation<RepeatedKeyList>() is { } list) return list.Keys;
        var created = new RepeatedKeyList([]);
        owner.AddAnnotation(created);
        return created.Keys;
    }
}

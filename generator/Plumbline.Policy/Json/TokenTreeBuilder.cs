using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>Builds the tree from the tokens of a reader, without recursion.</summary>
internal sealed class TokenTreeBuilder(LineIndex lines)
{
    private readonly Stack<OpenContainer> open = new();

    /// <summary>The outermost value, once it is complete.</summary>
    public JToken? Root { get; private set; }

    /// <summary>How many names and values there were.</summary>
    public int Count { get; private set; }

    public void Add(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            Attach(open.Pop().Close());
            return;
        }

        Count++;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName: open.Peek().Name(reader.GetString() ?? string.Empty, PositionOf(ref reader)); break;
            case JsonTokenType.StartObject: open.Push(new OpenContainer(isObject: true, PositionOf(ref reader))); break;
            case JsonTokenType.StartArray: open.Push(new OpenContainer(isObject: false, PositionOf(ref reader))); break;
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

    private JValue Positioned(JValue token, ref Utf8JsonReader reader)
    {
        token.AddAnnotation(PositionOf(ref reader));
        return token;
    }

    private TokenPosition PositionOf(ref Utf8JsonReader reader)
    {
        // A property name's token ends behind its quote; BytesConsumed is behind the colon.
        var end = reader.TokenType == JsonTokenType.PropertyName ? reader.TokenStartIndex + reader.ValueSpan.Length + 2 : reader.BytesConsumed;
        return new TokenPosition(lines.SpanOf((int)reader.TokenStartIndex, (int)end), open.TryPeek(out var parent) ? parent.Count : 0);
    }

    private void Attach(JToken value)
    {
        if (open.TryPeek(out var parent)) parent.Add(value);
        else Root = value;
    }
}

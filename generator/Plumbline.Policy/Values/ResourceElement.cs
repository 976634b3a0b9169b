using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Plumbline.Policy.Values;

/// <summary>A value inside of a <see cref="ResourceDocument"/>; the default is no value at all.</summary>
internal readonly struct ResourceElement(ResourceDocument? document, int index)
{
    public ResourceDocument? Document => document;

    public int Index => index;

    /// <summary>What the element is; <see cref="JsonTokenType.None"/> when there is no value.</summary>
    public JsonTokenType Kind => document is null ? JsonTokenType.None : document[index].Kind;

    /// <summary>The number of members of an array; of anything else not meant to be read.</summary>
    public int Length => document is null ? 0 : document[index].Length;

    /// <summary>The text of a string that has no escapes in it: its bytes are its value.</summary>
    public bool TryGetPlainText(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (document is null) return false;
        ref readonly var token = ref document[index];
        if (token.Kind != JsonTokenType.String || token.IsEscaped) return false;
        utf8 = document.TextOf(token);
        return true;
    }

    /// <summary>The property of this name, its exact case preferred, else in any case; no value when there is none.</summary>
    public ResourceElement Property(PropertyName name)
    {
        if (document is null || document[index].Kind != JsonTokenType.StartObject) return default;
        var end = document[index].Next;
        var found = -1;
        for (var at = index + 1; at < end; at = document[at + 1].Next)
        {
            ref readonly var token = ref document[at];
            if (token.Length == name.Utf8.Length && !token.IsEscaped)
            {
                var text = document.TextOf(token);
                if (text.SequenceEqual(name.Utf8)) return new(document, at + 1);
                if (found < 0 && name.IsAscii && Ascii.EqualsIgnoreCase(text, name.Utf8)) found = at + 1;
            }
            else if (found < 0 && (token.IsEscaped || !name.IsAscii) && string.Equals(NameAt(at), name.Text, StringComparison.OrdinalIgnoreCase))
            {
                found = at + 1;
            }
        }

        return found < 0 ? default : new(document, found);
    }

    /// <summary>The members of an array, or nothing.</summary>
    public MemberEnumerator GetEnumerator() => new(document, index);

    /// <summary>The member of an array at a position, or no value.</summary>
    public ResourceElement Item(int position)
    {
        if (Kind != JsonTokenType.StartArray || position >= Length || position < 0) return default;
        var at = 0;
        foreach (var item in this)
        {
            if (at++ == position) return item;
        }

        return default;
    }

    /// <summary>The element as a value of its own.</summary>
    public PolicyValue ToValue()
    {
        if (document is null) return UndefinedValue.Instance;
        ref readonly var token = ref document[index];
        return token.Kind switch
        {
            JsonTokenType.StartObject => ToObject(token.Next),
            JsonTokenType.StartArray => ToArray(token.Length),
            JsonTokenType.String => new TextValue(ResourceText.Decode(document.TextOf(token), token.IsEscaped)),
            JsonTokenType.Number => ToNumber(document.TextOf(token)),
            JsonTokenType.True => BooleanValue.Of(true),
            JsonTokenType.False => BooleanValue.Of(false),
            _ => NullValue.Instance,
        };
    }

    private static PolicyValue ToNumber(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long integer, out var read) && read == text.Length) return new IntegerValue(integer);
        return PolicyValueReader.Float(Utf8Parser.TryParse(text, out double number, out _) ? number : double.MaxValue);
    }

    private ObjectValue ToObject(int end)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, PolicyValue>>();
        for (var at = index + 1; document is not null && at < end; at = document[at + 1].Next)
            properties.Add(KeyValuePair.Create(NameAt(at), new ResourceElement(document, at + 1).ToValue()));
        return new ObjectValue(properties.DrainToImmutable());
    }

    private ArrayValue ToArray(int length)
    {
        var items = ImmutableArray.CreateBuilder<PolicyValue>(length);
        foreach (var item in this) items.Add(item.ToValue());
        return new ArrayValue(items.MoveToImmutable());
    }

    private string NameAt(int at) => document is null ? "" : ResourceText.Decode(document.TextOf(document[at]), document[at].IsEscaped);

    /// <summary>Walks the members of an array.</summary>
    public struct MemberEnumerator
    {
        private readonly ResourceDocument? document;
        private readonly int end;
        private int at;

        internal MemberEnumerator(ResourceDocument? document, int index)
        {
            var isArray = document is not null && document[index].Kind == JsonTokenType.StartArray;
            this.document = isArray ? document : null;
            at = -1 - index;
            end = isArray && document is not null ? document[index].Next : 0;
        }

        public readonly ResourceElement Current => new(document, at);

        public bool MoveNext()
        {
            if (document is null) return false;
            at = at < 0 ? -at : document[at].Next;
            return at < end;
        }
    }
}

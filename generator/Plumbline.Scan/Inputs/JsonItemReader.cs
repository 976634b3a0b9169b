using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Inputs;

/// <summary>Reads the elements of lists out of a stream of JSON, and no more of the text at a time than the largest of them needs.</summary>
/// <param name="stream">The text.</param>
internal sealed class JsonItemReader(Stream stream)
{
    private const int FirstBuffer = 1 << 20;
    private const int MaximumItem = 64 << 20;

    // An object at the root that is larger is taken for one that holds a list: no resource is.
    private const int LargestRoot = 8 << 20;

    // Lists stand at most four levels deep.
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = ResourceDocument.MaximumDepth + 4 };

    private byte[] buffer = new byte[FirstBuffer];
    private int start;
    private int end;
    private bool isFinal;
    private bool hasStarted;
    private JsonReaderState state = new(Options);
    private Place place = Place.Root;
    private Place listParent = Place.Root;
    private ImmutableArray<string> columns = [];

    private enum Place
    {
        Root,
        List,
        Wrapper,
        Table,
        Rows,
    }

    /// <summary>How many bytes were read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The line of the next byte, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Whether a list said that it goes on elsewhere: only one page of it is here.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The next element, or null at the end.</summary>
    /// <exception cref="JsonException">The text is not JSON; nothing more can be read.</exception>
    public JsonItem? Next()
    {
        if (!hasStarted) Start();
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            if (Step(ref reader, out var item))
            {
                JsonItem? found = item is { } slice ? ItemOf(slice) : null;
                Advance((int)reader.BytesConsumed);
                state = reader.CurrentState;
                if (found is not null) return found;
                continue;
            }

            if (isFinal) return null;
            Fill();
        }
    }

    // False: more text is needed, or there is no more.
    private bool Step(ref Utf8JsonReader reader, out Slice? item)
    {
        item = null;
        if (!reader.Read()) return false;
        return place switch
        {
            Place.Root => StepRoot(ref reader, out item),
            Place.List => StepList(ref reader, out item),
            Place.Wrapper => StepWrapper(ref reader),
            Place.Table => StepTable(ref reader),
            _ => StepRows(ref reader, out item),
        };
    }

    private bool StepRoot(ref Utf8JsonReader reader, out Slice? item)
    {
        item = null;
        if (reader.TokenType == JsonTokenType.StartArray) return Enter(Place.List, Place.Root);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the text holds neither an object nor a list");
        var whole = reader;
        if (!whole.TrySkip()) return end - start > LargestRoot && Enter(Place.Wrapper, Place.Root);
        var slice = new Slice((int)reader.TokenStartIndex, (int)(whole.BytesConsumed - reader.TokenStartIndex), null);
        if (ListWrapper.Is(buffer.AsSpan(start + slice.Offset, slice.Length))) return Enter(Place.Wrapper, Place.Root);
        reader = whole;
        item = slice;
        return true;
    }

    private bool StepList(ref Utf8JsonReader reader, out Slice? item)
    {
        item = null;
        if (reader.TokenType == JsonTokenType.EndArray) return Enter(listParent, Place.Root);
        var at = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        item = new Slice(at, (int)reader.BytesConsumed - at, null);
        return true;
    }

    private bool StepWrapper(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) return Enter(Place.Root, Place.Root);
        var (isList, isContinuation) = (ListWrapper.IsList(reader.ValueSpan), ListWrapper.IsContinuation(reader.ValueSpan));
        if (!reader.Read()) return false;
        if (isList && reader.TokenType == JsonTokenType.StartArray) return Enter(Place.List, Place.Wrapper);
        if (isList && reader.TokenType == JsonTokenType.StartObject) return Enter(Place.Table, Place.Wrapper);
        if (isContinuation && ListWrapper.Continues(ref reader)) HasMore = true;
        return reader.TrySkip();
    }

    private bool StepTable(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject) return Enter(Place.Wrapper, Place.Root);
        var (isColumns, isRows) = (Ascii.EqualsIgnoreCase(reader.ValueSpan, "columns"u8), Ascii.EqualsIgnoreCase(reader.ValueSpan, "rows"u8));
        if (!reader.Read()) return false;
        if (isRows && reader.TokenType == JsonTokenType.StartArray) return Enter(Place.Rows, Place.Table);
        var at = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        if (isColumns) columns = TableRow.Columns(buffer.AsMemory(start + at, (int)reader.BytesConsumed - at));
        return true;
    }

    private bool StepRows(ref Utf8JsonReader reader, out Slice? item)
    {
        item = null;
        if (reader.TokenType == JsonTokenType.EndArray) return Enter(Place.Table, Place.Root);
        var at = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;
        item = new Slice(at, 0, TableRow.ToObject(buffer.AsMemory(start + at, (int)reader.BytesConsumed - at), columns));
        return true;
    }

    private JsonItem ItemOf(Slice slice) =>
        new(slice.Text ?? buffer.AsMemory(start + slice.Offset, slice.Length), Line + buffer.AsSpan(start, slice.Offset).Count((byte)'\n'));

    private bool Enter(Place next, Place parent)
    {
        if (next == Place.List) listParent = parent;
        place = next;
        return true;
    }

    private void Advance(int count)
    {
        Line += buffer.AsSpan(start, count).Count((byte)'\n');
        Position += count;
        start += count;
    }

    private void Start()
    {
        hasStarted = true;
        Fill();
        if (buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) start = 3;
        else if (end >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF)) Transcode(buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode);
    }

    // What a redirection in Windows PowerShell writes.
    private void Transcode(Encoding encoding)
    {
        if (!stream.CanSeek) throw new JsonException("the text is UTF-16 and comes from a pipe: convert it to UTF-8");
        stream.Position = 2;
        stream = Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true);
        (start, end, isFinal) = (0, 0, false);
        Fill();
    }

    private void Fill()
    {
        if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
        (end, start) = (end - start, 0);
        if (end == buffer.Length)
        {
            if (end >= MaximumItem) throw new JsonException($"an element is larger than {MaximumItem} bytes");
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isFinal = read == 0;
    }

    /// <summary>Where an element stands in the buffer, or its text when it was made.</summary>
    private readonly record struct Slice(int Offset, int Length, ReadOnlyMemory<byte>? Text);
}

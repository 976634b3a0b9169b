using System.Collections.Immutable;

namespace Plumbline.Policy.Schemas;

/// <summary>
/// Some schemas: the counts of texts, histories, shapes and records, the length of each record, then all of them. What is told by a number is numbered within the block.
/// A history is the count of its runs, and of each the state and how many api-versions it lasts. A shape is a value without properties: its JSON types, and its strings.
/// </summary>
internal sealed class SchemaBlock
{
    // The bit after those of the JSON types tells that other strings are valid.
    private const int OtherValues = 64;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly ImmutableArray<(int Start, int Length)> records;

    /// <summary>Reads everything but the records.</summary>
    public SchemaBlock(byte[] raw)
    {
        bytes = raw;
        using var stream = new MemoryStream(raw);
        using var reader = new BinaryReader(stream);
        var (texts, histories, shapes) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var lengths = Many(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt);
        Texts = Many(texts, reader.ReadString);
        Histories = Many(histories, () => ReadHistory(reader));
        Shapes = Many(shapes, () => ReadShape(reader));
        records = StartsOf((int)stream.Position, lengths);
    }

    /// <summary>Names, api-versions and values.</summary>
    public string[] Texts { get; }

    /// <summary>Histories.</summary>
    public PropertyHistory[] Histories { get; }

    /// <summary>Values without properties.</summary>
    public SchemaNode[] Shapes { get; }

    /// <summary>Reads the api-versions of a type, oldest first, and nothing else of it.</summary>
    public ImmutableArray<string> ReadApiVersions(int record)
    {
        var (start, length) = records[record];
        return new SchemaRecordReader(this, bytes.Slice(start, length)).ReadApiVersions();
    }

    /// <summary>Reads the schema of a type.</summary>
    public ResourceSchema Read(string type, int record)
    {
        var (start, length) = records[record];
        return new SchemaRecordReader(this, bytes.Slice(start, length)).Read(type);
    }

    private static T[] Many<T>(int count, Func<T> read)
    {
        var all = new T[count];
        for (var index = 0; index < count; index++) all[index] = read();
        return all;
    }

    private static ImmutableArray<(int Start, int Length)> StartsOf(int start, int[] lengths)
    {
        var found = ImmutableArray.CreateBuilder<(int, int)>(lengths.Length);
        foreach (var length in lengths)
        {
            found.Add((start, length));
            start += length;
        }

        return found.MoveToImmutable();
    }

    private static PropertyHistory ReadHistory(BinaryReader reader) =>
        new([.. Many(reader.Read7BitEncodedInt(), () => ((PropertyState)reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()))]);

    private SchemaNode ReadShape(BinaryReader reader)
    {
        var kinds = reader.Read7BitEncodedInt();
        ImmutableArray<string> values = [.. Many(reader.Read7BitEncodedInt(), () => Texts[reader.Read7BitEncodedInt()])];
        return new((ValueKinds)(kinds & ~OtherValues), values, (kinds & OtherValues) != 0, []);
    }
}

using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Schemas;

/// <summary>
/// A file of schemas that is read in parts, as <c>scripts/refresh-schemas</c> writes it: "PLS1", the sizes of the index (packed, unpacked, 32 bits each, little-endian),
/// the index, the blocks. Index and blocks are compressed with Brotli, each by itself; a block holds the schemas of some types.
/// </summary>
internal sealed class SchemaPack
{
    private const int HeaderSize = 12;

    private readonly Dictionary<string, (string Name, int Block, int Record)> records = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<SchemaBlock>[] blocks;
    private readonly ConcurrentDictionary<string, ResourceSchema> schemas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the index.</summary>
    public SchemaPack(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith("PLS1"u8)) throw new InvalidOperationException("The pack of schemas is none.");
        var packed = BinaryPrimitives.ReadInt32LittleEndian(file.Span[4..]);
        using var index = new BinaryReader(new MemoryStream(EmbeddedPack.Decompress(file.Slice(HeaderSize, packed), BinaryPrimitives.ReadInt32LittleEndian(file.Span[8..]))));
        blocks = ReadBlocks(index, file[(HeaderSize + packed)..]);
        Types = ReadTypes(index);
    }

    /// <summary>The resource types in order.</summary>
    public ImmutableArray<string> Types { get; }

    // Two threads may read the same schema; either result is the same.
    /// <summary>The schema of a type, or null.</summary>
    public ResourceSchema? Find(string type) => !records.TryGetValue(type, out var found)
        ? null
        : schemas.GetOrAdd(type, (_, at) => blocks[at.Block].Value.Read(at.Name, at.Record), found);

    /// <summary>The api-versions of a type, oldest first; empty when it is not known.</summary>
    public ImmutableArray<string> ApiVersions(string type) =>
        records.TryGetValue(type, out var found) ? blocks[found.Block].Value.ReadApiVersions(found.Record) : [];

    private static Lazy<SchemaBlock>[] ReadBlocks(BinaryReader index, ReadOnlyMemory<byte> file)
    {
        var found = new Lazy<SchemaBlock>[index.Read7BitEncodedInt()];
        var offset = 0;
        for (var number = 0; number < found.Length; number++)
        {
            var (start, packed, raw) = (offset, index.Read7BitEncodedInt(), index.Read7BitEncodedInt());
            found[number] = new(() => new SchemaBlock(EmbeddedPack.Decompress(file.Slice(start, packed), raw)));
            offset += packed;
        }

        return found;
    }

    // Of each type: how many blocks on it stands, the count of characters it shares with the one before, and the rest.
    private ImmutableArray<string> ReadTypes(BinaryReader index)
    {
        var types = ImmutableArray.CreateBuilder<string>(index.Read7BitEncodedInt());
        var (name, block, record) = (string.Empty, 0, 0);
        for (var left = types.Capacity; left > 0; left--)
        {
            var blocksOn = index.Read7BitEncodedInt();
            (block, record) = (block + blocksOn, blocksOn > 0 ? 0 : record);
            name = string.Concat(name.AsSpan(0, index.Read7BitEncodedInt()), index.ReadString());
            records[name] = (name, block, record++);
            types.Add(name);
        }

        return types.MoveToImmutable();
    }
}

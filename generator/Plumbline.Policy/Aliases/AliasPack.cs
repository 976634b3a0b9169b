using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Plumbline.Policy.Aliases;

/// <summary>
/// A file of aliases that is read in parts, as <c>scripts/refresh-aliases</c> writes it: "PLA1", the sizes of the index (packed, unpacked, 32 bits each,
/// little-endian), the index, the blocks. Index and blocks are compressed with Brotli, each by itself; a block holds the records of some resource types.
/// </summary>
internal sealed class AliasPack
{
    private const int HeaderSize = 12;

    private readonly ReadOnlyMemory<byte> file;
    private readonly Lazy<byte[]>[] blocks;

    /// <summary>Reads the index.</summary>
    public AliasPack(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        if (!file.Span.StartsWith("PLA1"u8)) throw new InvalidOperationException("The alias pack is none.");
        var packed = BinaryPrimitives.ReadInt32LittleEndian(file.Span[4..]);
        using var index = new BinaryReader(new MemoryStream(EmbeddedPack.Decompress(file.Slice(HeaderSize, packed), BinaryPrimitives.ReadInt32LittleEndian(file.Span[8..]))));
        blocks = ReadBlocks(index, HeaderSize + packed);
        Records = ReadRecords(index);
    }

    /// <summary>The records in the order of their names.</summary>
    public ImmutableArray<AliasPackRecord> Records { get; }

    /// <summary>The aliases of a record.</summary>
    public IReadOnlyList<OwnedAlias> Read(AliasPackRecord record) =>
        new AliasRecordReader(record, blocks[record.Block].Value.AsMemory(record.Start, record.Size)).Read();

    private static ImmutableArray<AliasPackRecord> ReadRecords(BinaryReader index)
    {
        var records = ImmutableArray.CreateBuilder<AliasPackRecord>(index.Read7BitEncodedInt());
        AliasPackRecord? previous = null;
        for (var left = records.Capacity; left > 0; left--)
        {
            previous = ReadRecord(index, previous);
            records.Add(previous);
        }

        return records.MoveToImmutable();
    }

    private static AliasPackRecord ReadRecord(BinaryReader index, AliasPackRecord? previous)
    {
        var shared = index.Read7BitEncodedInt();
        var name = string.Concat((previous?.Name ?? string.Empty).AsSpan(0, shared), index.ReadString());
        var owner = index.ReadString();
        var isDerived = index.ReadBoolean();
        var block = index.Read7BitEncodedInt();
        var start = previous?.Block == block ? previous.Start + previous.Size : 0;
        var (count, lengths) = (index.Read7BitEncodedInt(), index.Read7BitEncodedInt());
        return new(name, owner.Length == 0 ? name : owner, isDerived, block, start, count, lengths, index.Read7BitEncodedInt(), index.Read7BitEncodedInt());
    }

    private Lazy<byte[]>[] ReadBlocks(BinaryReader index, int offset)
    {
        var found = new Lazy<byte[]>[index.Read7BitEncodedInt()];
        for (var number = 0; number < found.Length; number++)
        {
            var (start, packed, raw) = (offset, index.Read7BitEncodedInt(), index.Read7BitEncodedInt());
            found[number] = new(() => EmbeddedPack.Decompress(file.Slice(start, packed), raw));
            offset += packed;
        }

        return found;
    }
}

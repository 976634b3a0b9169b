#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false

// Packs the graphs that refresh-schemas.cs wrote; SchemaPack.cs, SchemaBlock.cs and SchemaRecordReader.cs tell the format.
// Usage: pack-schemas.cs FILE OUTPUT
using System.Globalization;
using System.IO.Compression;
using System.Text;

var pack = new PackWriter();
var (type, nodes) = (Array.Empty<string>(), new List<Node>());
foreach (var line in File.ReadLines(args[0]))
{
    var fields = line.Split('\t');
    if (fields[0] == "T")
    {
        if (nodes.Count > 0) pack.Add(type, nodes);
        (type, nodes) = (fields, []);
    }
    else if (fields[0] == "N") nodes.Add(new Node(int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2..], []));
    else nodes[^1].Properties.Add(new Property(fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture), fields[3]));
}

pack.Add(type, nodes);
File.WriteAllBytes(args[1], pack.Finish());
return 0;

sealed record Node(int Kinds, string[] Values, List<Property> Properties);

sealed record Property(string Name, int Target, string States);

sealed class PackWriter
{
    private const int PropertiesPerBlock = 4000;

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Packed, int Raw)> sizes = [];
    private readonly List<(string Name, int Block)> types = [];
    private BlockWriter block = new();

    public void Add(string[] type, List<Node> nodes)
    {
        if (block.Properties > PropertiesPerBlock) Flush();
        types.Add((type[1], sizes.Count));
        block.Add(type[2..], nodes);
    }

    public byte[] Finish()
    {
        Flush();
        using var index = new MemoryStream();
        using var writer = new BinaryWriter(index);
        writer.Write7BitEncodedInt(sizes.Count);
        foreach (var (packed, raw) in sizes) { writer.Write7BitEncodedInt(packed); writer.Write7BitEncodedInt(raw); }
        writer.Write7BitEncodedInt(types.Count);
        var previous = (Name: "", Block: 0);
        foreach (var type in types)
        {
            var shared = previous.Name.AsSpan().CommonPrefixLength(type.Name);
            writer.Write7BitEncodedInt(type.Block - previous.Block);
            writer.Write7BitEncodedInt(shared);
            writer.Write(type.Name[shared..]);
            previous = type;
        }

        var packedIndex = Compress(index.ToArray());
        return [.. "PLS1"u8, .. BitConverter.GetBytes(packedIndex.Length), .. BitConverter.GetBytes((int)index.Length), .. packedIndex, .. blocks.SelectMany(packed => packed)];
    }

    private void Flush()
    {
        var raw = block.ToArray();
        var packed = Compress(raw);
        blocks.Add(packed);
        sizes.Add((packed.Length, raw.Length));
        block = new();
    }

    private static byte[] Compress(byte[] raw)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        if (!BrotliEncoder.TryCompress(raw, target, out var written, quality: 11, window: 24)) throw new InvalidOperationException("Brotli gave up.");
        return target[..written];
    }
}

/// <summary>Tables of texts, histories and shapes, then the records of the types.</summary>
sealed class BlockWriter
{
    private readonly Dictionary<string, int> texts = [];
    private readonly Dictionary<string, int> histories = [];
    private readonly Dictionary<string, int> shapes = [];
    private readonly Stream[] parts = [.. Enumerable.Range(0, 4).Select(_ => new MemoryStream())];
    private readonly BinaryWriter[] writers;
    private readonly List<int> lengths = [];

    public BlockWriter() => writers = [.. parts.Select(part => new BinaryWriter(part))];

    public int Properties { get; private set; }

    public void Add(string[] versions, List<Node> nodes)
    {
        var (record, start) = (writers[3], (int)parts[3].Length);
        record.Write7BitEncodedInt(versions.Length);
        foreach (var version in versions) record.Write7BitEncodedInt(Text(version));
        // A node without properties is told by its shape; the others are numbered in the order in which properties lead to them.
        var (order, numbers) = (new List<Node> { nodes[0] }, new Dictionary<Node, int>(ReferenceEqualityComparer.Instance) { [nodes[0]] = 0 });
        for (var at = 0; at < order.Count; at++)
        {
            record.Write7BitEncodedInt(Shape(order[at]));
            record.Write7BitEncodedInt(order[at].Properties.Count);
            foreach (var property in order[at].Properties) Add(record, property, nodes[property.Target], order, numbers);
        }

        lengths.Add((int)parts[3].Length - start);
    }

    private void Add(BinaryWriter record, Property property, Node target, List<Node> order, Dictionary<Node, int> numbers)
    {
        Properties++;
        record.Write7BitEncodedInt(Text(property.Name));
        record.Write7BitEncodedInt(History(property.States));
        if (target.Properties.Count == 0)
        {
            record.Write7BitEncodedInt(Shape(target) * 2);
            return;
        }

        var known = numbers.TryGetValue(target, out var number);
        record.Write7BitEncodedInt(known ? (order.Count - number) * 2 + 1 : 1);
        if (known) return;
        numbers[target] = order.Count;
        order.Add(target);
    }

    private int Text(string text)
    {
        if (texts.TryAdd(text, texts.Count)) writers[0].Write(text);
        return texts[text];
    }

    private int History(string states)
    {
        if (!histories.TryAdd(states, histories.Count)) return histories[states];
        var runs = states.Split(',');
        writers[1].Write7BitEncodedInt(runs.Length);
        foreach (var run in runs.Select(run => run.Split('x')))
        {
            writers[1].Write7BitEncodedInt(int.Parse(run[0], CultureInfo.InvariantCulture));
            writers[1].Write7BitEncodedInt(run.Length > 1 ? int.Parse(run[1], CultureInfo.InvariantCulture) : 0);
        }

        return histories[states];
    }

    private int Shape(Node node)
    {
        var key = $"{node.Kinds}\t{string.Join('\t', node.Values)}";
        if (!shapes.TryAdd(key, shapes.Count)) return shapes[key];
        writers[2].Write7BitEncodedInt(node.Kinds);
        writers[2].Write7BitEncodedInt(node.Values.Length);
        foreach (var value in node.Values) writers[2].Write7BitEncodedInt(Text(value));
        return shapes[key];
    }

    public byte[] ToArray()
    {
        using var all = new MemoryStream();
        using var head = new BinaryWriter(all);
        foreach (var count in (int[])[texts.Count, histories.Count, shapes.Count, lengths.Count, .. lengths]) head.Write7BitEncodedInt(count);
        foreach (var part in parts) head.Write(((MemoryStream)part).ToArray());
        return all.ToArray();
    }
}

#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false

// Packs the alias lists for embedding; AliasPack.cs and AliasRecordReader.cs tell the format, ResourceTypeTraits.cs that of the types.
// Usage: pack-aliases.cs PUBLISHED.csv.gz FOLDER OUTPUT: reads derived.csv and types.csv of FOLDER, writes aliases.pack and resource-types.pack.
using System.IO.Compression;
using System.Text;

const int EntriesPerBlock = 1200;
using var publishedLines = new StreamReader(new GZipStream(File.OpenRead(args[0]), CompressionMode.Decompress));
var records = Records(publishedLines, isDerived: false).Concat(Records(new StreamReader(Path.Combine(args[1], "derived.csv")), isDerived: true))
    .OrderBy(record => record.Name, StringComparer.OrdinalIgnoreCase)
    .ThenBy(record => record.Name, StringComparer.Ordinal)
    .ThenBy(record => record.IsDerived)
    .ThenBy(record => record.Order)
    .ToList();
File.WriteAllBytes(Path.Combine(args[2], "aliases.pack"), PackOf(records));
File.WriteAllBytes(Path.Combine(args[2], "resource-types.pack"), TypesOf(File.ReadAllLines(Path.Combine(args[1], "types.csv"))));
return 0;

// The aliases of a type together, ordered by name. A name directly under a namespace belongs to the type that follows: Azure lists it first.
static IEnumerable<Record> Records(TextReader reader, bool isDerived)
{
    var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    var records = new Dictionary<(string, string), Record>();
    var next = "";
    foreach (var line in lines.Reverse())
    {
        var comma = line.IndexOf(',');
        var type = line[..line.LastIndexOf('/', comma)];
        if (type.Contains('/')) next = type;
        var owner = type.Contains('/') ? "" : next;
        if (!records.TryGetValue((type, owner), out var record)) records[(type, owner)] = record = new Record(type, owner, isDerived, lines.Length - records.Count, []);
        record.Entries.Add((line[(type.Length + 1)..comma], line[(comma + 1)..]));
    }

    foreach (var record in records.Values) record.Entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
    return records.Values;
}

static byte[] PackOf(List<Record> records)
{
    using var blocks = new MemoryStream();
    using var index = new MemoryStream();
    var (sizes, headers) = (new List<(int Packed, int Raw)>(), new List<Action<BinaryWriter>>());
    var (previous, entries, block) = ("", 0, new MemoryStream());
    foreach (var record in records)
    {
        if (entries > 0 && entries + record.Entries.Count > EntriesPerBlock) Flush();
        var (lengths, text, steps) = new RecordWriter().Write(record.Entries);
        foreach (var part in (byte[][])[lengths, text, steps]) block.Write(part);
        var (shared, number) = (SharedStart(previous, record.Name), sizes.Count);
        headers.Add(writer =>
        {
            writer.Write7BitEncodedInt(shared);
            writer.Write(record.Name[shared..]);
            writer.Write(record.Owner);
            writer.Write(record.IsDerived);
            foreach (var value in (int[])[number, record.Entries.Count, lengths.Length, text.Length, steps.Length]) writer.Write7BitEncodedInt(value);
        });
        (previous, entries) = (record.Name, entries + record.Entries.Count);
    }

    Flush();
    using (var writer = new BinaryWriter(index, Encoding.UTF8, leaveOpen: true))
    {
        writer.Write7BitEncodedInt(sizes.Count);
        foreach (var (packed, raw) in sizes) { writer.Write7BitEncodedInt(packed); writer.Write7BitEncodedInt(raw); }
        writer.Write7BitEncodedInt(headers.Count);
        foreach (var header in headers) header(writer);
    }

    var packedIndex = Compress(index.ToArray());
    return [.. "PLA1"u8, .. BitConverter.GetBytes(packedIndex.Length), .. BitConverter.GetBytes((int)index.Length), .. packedIndex, .. blocks.ToArray()];

    void Flush()
    {
        var packed = Compress(block.ToArray());
        blocks.Write(packed);
        sizes.Add((packed.Length, (int)block.Length));
        (entries, block) = (0, new MemoryStream());
    }
}

static byte[] TypesOf(string[] lines)
{
    using var raw = new MemoryStream();
    using var writer = new BinaryWriter(raw);
    var previous = "";
    writer.Write7BitEncodedInt(lines.Length);
    foreach (var line in lines)
    {
        var type = line[..line.LastIndexOf(',')];
        var shared = SharedStart(previous, type);
        writer.Write7BitEncodedInt(shared * 2 + (line.EndsWith('1') ? 1 : 0));
        writer.Write(type[shared..]);
        previous = type;
    }

    writer.Flush();
    return Compress(raw.ToArray());
}

static byte[] Compress(byte[] raw)
{
    var target = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
    if (!BrotliEncoder.TryCompress(raw, target, out var written, quality: 11, window: 24)) throw new InvalidOperationException("Brotli gave up.");
    return target[..written];
}

static int SharedStart(string left, string right) => left.AsSpan().CommonPrefixLength(right);

sealed record Record(string Name, string Owner, bool IsDerived, int Order, List<(string Name, string Path)> Entries);

/// <summary>Writes the entries of a record as what differs from the entry before, in three streams.</summary>
sealed class RecordWriter
{
    private readonly List<byte> lengths = [];
    private readonly List<byte> text = [];
    private readonly List<byte> steps = [];
    private readonly List<(int Name, int Path)> ends = [];
    private string name = "";
    private string path = "";

    public (byte[] Lengths, byte[] Text, byte[] Steps) Write(List<(string Name, string Path)> entries)
    {
        foreach (var entry in entries) Write(entry.Name, entry.Path);
        return ([.. lengths], [.. text], [.. steps]);
    }

    private void Write(string nextName, string nextPath)
    {
        if (!Ascii.IsValid(nextName + nextPath)) throw new InvalidOperationException($"'{nextName}' is not ASCII.");
        var shared = name.AsSpan().CommonPrefixLength(nextName);
        var kept = ends.TakeWhile(end => end.Name < shared).Count();
        var start = kept == 0 ? 0 : ends[kept - 1].Path;
        if (!nextPath.StartsWith(path[..start], StringComparison.Ordinal) || (start < nextPath.Length && start > 0 && nextPath[start] != '.')) (shared, kept, start) = (0, 0, 0);
        WriteNumber(shared);
        WriteNumber(nextName.Length - shared);
        text.AddRange(Encoding.ASCII.GetBytes(nextName[shared..]));
        ends.RemoveRange(kept, ends.Count - kept);
        WriteSteps(nextName, nextPath, start);
        (name, path) = (nextName, nextPath);
    }

    // 0: the segment; 1 and 2: after one or two 'properties'; 3: nothing, the segment names a form; 4: the rest of the path is in the text.
    private void WriteSteps(string nextName, string nextPath, int start)
    {
        var first = ends.Count == 0 ? 0 : ends[^1].Name + 1;
        var (at, nameAt, codes, marks) = (start, first, new List<byte>(), new List<(int, int)>());
        foreach (var segment in nextName[first..].Split('.'))
        {
            var (code, end) = Step(nextPath, at, segment);
            (at, nameAt) = (end, nameAt + segment.Length + 1);
            codes.Add(code);
            marks.Add((nameAt - 1, at));
        }

        if (at == nextPath.Length)
        {
            steps.AddRange(codes);
            ends.AddRange(marks);
            return;
        }

        steps.Add(4);
        text.AddRange(Encoding.ASCII.GetBytes(nextPath[start..] + "\n"));
    }

    private static (byte Code, int End) Step(string target, int at, string segment)
    {
        for (byte wrappers = 0; wrappers < 3; wrappers++)
        {
            var step = (at == 0 ? "" : ".") + string.Concat(Enumerable.Repeat("properties.", wrappers)) + segment;
            var end = at + step.Length;
            if (string.CompareOrdinal(target, at, step, 0, step.Length) == 0 && (end == target.Length || target[end] == '.')) return (wrappers, end);
        }

        return (3, at);
    }

    private void WriteNumber(int value)
    {
        for (; value > 127; value >>= 7) lengths.Add((byte)(value | 128));
        lengths.Add((byte)value);
    }
}

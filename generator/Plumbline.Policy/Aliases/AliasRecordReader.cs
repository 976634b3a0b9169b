using System.Text;

namespace Plumbline.Policy.Aliases;

/// <summary>
/// Reads the aliases of a record. A name starts as the one before; its path starts as the path before, as far as whole segments of the name are shared.
/// Each further segment has a step: 0 the segment follows, 1 and 2 after one or two <c>properties</c>, 3 it names a form and is not in the path,
/// 4 the rest of the path, up to a line feed, is in the text.
/// </summary>
internal sealed class AliasRecordReader(AliasPackRecord record, ReadOnlyMemory<byte> bytes)
{
    private readonly StringBuilder name = new();
    private readonly StringBuilder path = new();
    private readonly List<(int Name, int Path)> ends = [];
    private int lengthAt;
    private int textAt = record.Lengths;
    private int stepAt = record.Lengths + record.Text;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<OwnedAlias> Read()
    {
        var aliases = new OwnedAlias[record.Count];
        var prefix = record.Name + "/";
        for (var index = 0; index < aliases.Length; index++)
        {
            ReadEntry();
            aliases[index] = new(record.Owner, new Alias($"{prefix}{name}", path.ToString(), record.IsDerived));
        }

        return aliases;
    }

    private void ReadEntry()
    {
        var (shared, rest) = (ReadNumber(), ReadNumber());
        while (ends.Count > 0 && ends[^1].Name >= shared) ends.RemoveAt(ends.Count - 1);
        name.Length = shared;
        for (; rest > 0; rest--) name.Append((char)bytes.Span[textAt++]);
        path.Length = ends.Count == 0 ? 0 : ends[^1].Path;
        for (var at = ends.Count == 0 ? 0 : ends[^1].Name + 1; at <= name.Length;)
        {
            var step = bytes.Span[stepAt++];
            if (step == 4)
            {
                ReadRest();
                return;
            }

            at = Take(at, step) + 1;
        }
    }

    // Gives the end of the segment.
    private int Take(int at, byte step)
    {
        var end = at;
        while (end < name.Length && name[end] != '.') end++;
        if (step < 3)
        {
            if (path.Length > 0) path.Append('.');
            for (var wrappers = step; wrappers > 0; wrappers--) path.Append("properties.");
            path.Append(name, at, end - at);
        }

        ends.Add((end, path.Length));
        return end;
    }

    private void ReadRest()
    {
        for (; bytes.Span[textAt] != '\n'; textAt++) path.Append((char)bytes.Span[textAt]);
        textAt++;
    }

    private int ReadNumber()
    {
        var (value, shift) = (0, 0);
        byte next;
        do
        {
            next = bytes.Span[lengthAt++];
            value |= (next & 127) << shift;
            shift += 7;
        }
        while (next > 127);

        return value;
    }
}

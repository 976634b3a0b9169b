using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, in time that does not grow with the length of a line.</summary>
internal sealed class LineIndex
{
    private const int BlockSize = 64;

    private readonly byte[] bytes;
    private readonly List<int> starts = [0];

    // How many UTF-16 units come before each block of bytes.
    private readonly int[] unitsBefore;

    public LineIndex(byte[] bytes)
    {
        this.bytes = bytes;
        unitsBefore = new int[(bytes.Length / BlockSize) + 1];
        var units = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i % BlockSize == 0) unitsBefore[i / BlockSize] = units;
            units += UnitsOf(bytes[i]);
            if (bytes[i] == (byte)'\n') starts.Add(i + 1);
        }

        if (bytes.Length % BlockSize == 0) unitsBefore[^1] = units;
    }

    /// <summary>The offset of a place that System.Text.Json names (both numbers from 0), inside the text.</summary>
    public int OffsetOf(long line, long column) =>
        (int)Math.Min(starts[(int)Math.Min(line, starts.Count - 1)] + column, bytes.Length);

    /// <summary>The span from one offset to another; one that goes on to a further line is cut to one unit.</summary>
    public TextSpan SpanOf(int start, int end)
    {
        var found = starts.BinarySearch(start);
        var line = found >= 0 ? found : ~found - 1;
        var before = UnitsBefore(start);
        var isOneLine = line + 1 == starts.Count || end <= starts[line + 1];
        return new(line + 1, before - UnitsBefore(starts[line]) + 1, isOneLine ? UnitsBefore(end) - before : 1);
    }

    private int UnitsBefore(int offset)
    {
        var block = offset / BlockSize;
        var units = unitsBefore[block];
        for (var i = block * BlockSize; i < offset; i++) units += UnitsOf(bytes[i]);
        return units;
    }

    // A code point counts where it starts: two units when it takes four bytes.
    private static int UnitsOf(byte value) => value switch { < 0x80 => 1, < 0xC0 => 0, < 0xF0 => 1, _ => 2 };
}

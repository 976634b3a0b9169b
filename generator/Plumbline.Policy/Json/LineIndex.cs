using System.Text;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns.</summary>
internal sealed class LineIndex
{
    private readonly byte[] bytes;
    private readonly List<int> starts = [0];

    public LineIndex(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n') starts.Add(i + 1);
        }
    }

    /// <summary>The offset of a place that System.Text.Json names (both numbers from 0), inside the text.</summary>
    public int OffsetOf(long line, long column) =>
        (int)Math.Min(starts[(int)Math.Min(line, starts.Count - 1)] + column, bytes.Length);

    /// <summary>The span from one offset to another; one that goes on to a further line is cut to one unit.</summary>
    public TextSpan SpanOf(int start, int end)
    {
        var found = starts.BinarySearch(start);
        var line = found >= 0 ? found : ~found - 1;
        var column = Encoding.UTF8.GetCharCount(bytes, starts[line], start - starts[line]) + 1;
        var isOneLine = line + 1 == starts.Count || end <= starts[line + 1];
        return new(line + 1, column, isOneLine ? Encoding.UTF8.GetCharCount(bytes, start, end - start) : 1);
    }
}

using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Editing;

/// <summary>Finds places in a text by line and column, and how its lines end.</summary>
internal sealed class TextLines
{
    private readonly string text;
    private readonly List<int> starts = [0];

    /// <summary>Knows the lines of <paramref name="text"/>: they end with CRLF, LF or CR.</summary>
    public TextLines(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        var first = text.AsSpan().IndexOfAny('\r', '\n');
        LineEnd = first < 0 ? "\n" : text[first] == '\n' ? "\n" : first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\r";
    }

    /// <summary>How the first line ends; LF when there is one line only.</summary>
    public string LineEnd { get; }

    /// <summary>Where a place stands, as a number of characters before it; the end of the text for one that is not there.</summary>
    public int OffsetOf(SourceLocation at)
    {
        if (at.Span is not { } span || span.Line > starts.Count) return text.Length;
        return Math.Min(starts[span.Line - 1] + span.Column - 1, text.Length);
    }

    /// <summary>The start of the line that holds an offset.</summary>
    public int LineStart(int offset) => starts.FindLast(start => start <= offset);

    /// <summary>What stands in a line before an offset, when it is nothing but blanks; else null.</summary>
    public string? IndentBefore(int offset)
    {
        var before = text[LineStart(offset)..offset];
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }
}

using System.Text;

namespace Plumbline.Reporting.Writers;

/// <summary>A Markdown text that never grows past its limit: blocks that do not fit are counted instead of written.</summary>
internal sealed class MarkdownDocument(int limitInBytes)
{
    private const int RoomForNote = 256;
    private readonly StringBuilder text = new();
    private int bytes;
    private int omittedRows;

    /// <summary>Appends lines, unless they would pass the limit.</summary>
    public bool TryAppend(string lines)
    {
        var size = Encoding.UTF8.GetByteCount(lines);
        if (bytes + size > limitInBytes - RoomForNote) return false;
        text.Append(lines);
        bytes += size;
        return true;
    }

    /// <summary>Appends a heading with a table; rows that do not fit are counted. The heading never stands without a row.</summary>
    public void AppendTable(string heading, IEnumerable<string> rows)
    {
        var pending = heading;
        foreach (var row in rows)
        {
            if (TryAppend($"{pending}{row}\n")) pending = "";
            else omittedRows++;
        }

        TryAppend("\n");
    }

    /// <summary>The text, with a note when rows were left out.</summary>
    public string Finish()
    {
        if (omittedRows > 0)
            text.Append(ReportHeadline.Invariant($"\n**Cut at {limitInBytes / 1024} KiB: {omittedRows:N0} table rows are not shown here. The JSON report has all of them.**\n"));
        return text.ToString().TrimEnd('\n') + "\n";
    }
}

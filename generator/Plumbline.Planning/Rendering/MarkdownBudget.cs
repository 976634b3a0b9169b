using System.Text;

namespace Plumbline.Planning.Rendering;

/// <summary>A text that never grows beyond its limit: a block that does not fit is not written.</summary>
/// <param name="limit">How many UTF-16 characters it may have.</param>
internal sealed class MarkdownBudget(int limit)
{
    private readonly StringBuilder text = new();

    /// <summary>Appends a block when it and <paramref name="reserve"/> characters after it still fit.</summary>
    public bool TryAppend(string block, int reserve = 0)
    {
        if (text.Length + block.Length + reserve > limit) return false;
        text.Append(block);
        return true;
    }

    /// <summary>Appends rows as long as they fit, and returns how many did not.</summary>
    public int AppendRows(IReadOnlyList<string> rows, int reserve)
    {
        for (var index = 0; index < rows.Count; index++)
            if (!TryAppend(rows[index], reserve)) return rows.Count - index;

        return 0;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();
}

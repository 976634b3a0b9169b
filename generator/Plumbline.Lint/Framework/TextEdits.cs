using System.Text;

namespace Plumbline.Lint.Framework;

/// <summary>Applies edits to a text.</summary>
public static class TextEdits
{
    /// <summary>The text with the edits, in the order of the text. Of two that overlap the later one is left out.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var end = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length))
        {
            if (edit.Start < end || edit.Start + edit.Length > text.Length) continue;
            result.Append(text, end, edit.Start - end).Append(edit.Replacement);
            end = edit.Start + edit.Length;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }
}

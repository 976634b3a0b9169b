namespace Plumbline.Cli.Editing;

/// <summary>Finds the end of a list between brackets, in YAML or JSON.</summary>
internal static class FlowText
{
    /// <summary>The offset of the bracket that closes the one at <paramref name="start"/>; -1 when there is none.</summary>
    public static int EndOf(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            i = Skipped(text, i);
            if (i >= text.Length) return -1;
            if (text[i] is '[' or '{') depth++;
            if (text[i] is ']' or '}' && --depth == 0) return i;
        }

        return -1;
    }

    // Quoted texts and comments: the last character of one, or the same offset when none begins.
    private static int Skipped(string text, int at) => text[at] switch
    {
        '"' => QuoteEnd(text, at, '\\'),
        '\'' => QuoteEnd(text, at, '\0'),
        '#' when at > 0 && char.IsWhiteSpace(text[at - 1]) => LineEnd(text, at),
        '/' when at + 1 < text.Length && text[at + 1] == '/' && at > 0 && char.IsWhiteSpace(text[at - 1]) => LineEnd(text, at),
        _ => at,
    };

    private static int QuoteEnd(string text, int at, char escape)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == escape) i++;
            else if (text[i] == text[at]) return i;
        }

        return text.Length;
    }

    private static int LineEnd(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }
}

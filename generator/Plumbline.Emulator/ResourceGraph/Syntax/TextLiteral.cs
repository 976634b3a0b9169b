using System.Globalization;
using System.Text;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Reads texts: <c>"..."</c> and <c>'...'</c> with escapes, <c>@"..."</c> without, <c>```...```</c> over lines; <c>h</c> in front hides one from logs and means nothing here.</summary>
internal static class TextLiteral
{
    private const string Fence = "```";

    /// <summary>Whether a text starts here.</summary>
    public static bool StartsAt(string text, int index)
    {
        if (text[index] is 'h' or 'H') index++;
        if (index < text.Length && text[index] == '@') index++;
        return index < text.Length && (text[index] is '"' or '\'' || string.CompareOrdinal(text, index, Fence, 0, Fence.Length) == 0);
    }

    /// <summary>The content and how long the literal is; null when it does not end, or holds an escape that is none.</summary>
    public static string? Read(string text, int start, out int length)
    {
        var index = text[start] is 'h' or 'H' ? start + 1 : start;
        var isVerbatim = text[index] == '@';
        if (isVerbatim) index++;
        var content = string.CompareOrdinal(text, index, Fence, 0, Fence.Length) == 0
            ? Fenced(text, index, out var end)
            : isVerbatim ? Verbatim(text, index, out end) : Escaped(text, index, out end);
        length = end - start;
        return content;
    }

    private static string? Fenced(string text, int start, out int end)
    {
        var close = text.IndexOf(Fence, start + Fence.Length, StringComparison.Ordinal);
        end = close + Fence.Length;
        return close < 0 ? null : text[(start + Fence.Length)..close];
    }

    // A quote inside is written twice.
    private static string? Verbatim(string text, int start, out int end)
    {
        var content = new StringBuilder();
        for (end = start + 1; end < text.Length; end++)
        {
            var isQuote = text[end] == text[start];
            if (isQuote && (end + 1 == text.Length || text[end + 1] != text[start]))
            {
                end++;
                return content.ToString();
            }

            content.Append(text[end]);
            if (isQuote) end++;
        }

        return null;
    }

    private static string? Escaped(string text, int start, out int end)
    {
        var content = new StringBuilder();
        for (end = start + 1; end < text.Length && text[end] is not ('\n' or '\r'); end++)
        {
            if (text[end] == text[start])
            {
                end++;
                return content.ToString();
            }

            if (text[end] != '\\') content.Append(text[end]);
            else if (Escape(text, ref end) is { } character) content.Append(character);
            else return null;
        }

        return null;
    }

    // Leaves the index at the last character of the escape.
    private static char? Escape(string text, ref int index)
    {
        if (++index >= text.Length) return null;
        switch (text[index])
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '0': return '\0';
            case '\\' or '"' or '\'': return text[index];
            case 'u' when index + 4 < text.Length && ushort.TryParse(text.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                index += 4;
                return (char)code;
            default: return null;
        }
    }
}

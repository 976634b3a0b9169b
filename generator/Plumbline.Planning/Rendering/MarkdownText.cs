using System.Globalization;
using System.Text;

namespace Plumbline.Planning.Rendering;

/// <summary>The one place where text of documents and endpoints becomes GitHub Flavored Markdown.</summary>
/// <remarks>Character references instead of backslashes: they hold in table cells and in HTML, and no sequence of encoded characters adds up to markup.</remarks>
internal static class MarkdownText
{
    private const int Longest = 400;
    private const string Markup = "&<>|`\\*_[]~#@$";

    /// <summary>Text for a paragraph, a table cell or a summary: one line, no markup, no mention, no link.</summary>
    public static string Encode(string text)
    {
        var shown = Shorten(text);
        var builder = new StringBuilder(shown.Length);
        for (var index = 0; index < shown.Length; index++) Append(builder, shown, index);
        return builder.ToString();
    }

    /// <summary>Text as code: nothing inside is looked at for mentions.</summary>
    public static string Code(string text) => text.Length == 0 ? string.Empty : $"<code>{Encode(text).Replace("&#8203;", string.Empty, StringComparison.Ordinal)}</code>";

    /// <summary>A line of a fenced block: one line, nothing invisible.</summary>
    public static string FencedLine(string text) => string.Concat(text.Select(character => IsInvisible(character) ? ' ' : character));

    /// <summary>A fence that no line of the block can close.</summary>
    public static string Fence(IEnumerable<string> lines) => new('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));

    private static void Append(StringBuilder builder, string text, int index)
    {
        var character = text[index];
        if (IsInvisible(character)) builder.Append(' ');
        else if (Markup.Contains(character, StringComparison.Ordinal) || StartsLink(text, index)) builder.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
        else builder.Append(character);

        // Mentions and references are looked for after rendering, where a character reference is the character.
        if (character is '@' or '#') builder.Append("&#8203;");
    }

    // GitHub makes links of "https://..." and "www....", and pictures of ":words:".
    private static bool StartsLink(string text, int index) => text[index] switch
    {
        ':' => index + 1 < text.Length && text[index + 1] != ' ',
        '.' => text.AsSpan(0, index).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static int LongestRun(string line)
    {
        var (longest, current) = (0, 0);
        foreach (var character in line)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static bool IsInvisible(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private static string Shorten(string text)
    {
        if (text.Length <= Longest) return text;
        return $"{text[..(char.IsHighSurrogate(text[Longest - 4]) ? Longest - 4 : Longest - 3)]}...";
    }
}

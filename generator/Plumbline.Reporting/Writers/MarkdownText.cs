using System.Globalization;
using System.Text;

namespace Plumbline.Reporting.Writers;

/// <summary>The one place where foreign text becomes GitHub Flavored Markdown.</summary>
/// <remarks>
/// Character references instead of backslashes: they hold inside table cells and <c>code</c> elements, and no sequence of
/// escaped characters can add up to markup.
/// </remarks>
internal static class MarkdownText
{
    private const int LongestCell = 400;
    private const string Markup = "&<>|`\\*_[]~#@$";

    /// <summary>Text for a paragraph or a table cell: one line, no markup, no mention.</summary>
    public static string Text(string text) => Encode(text, mentionBreak: "&#8203;");

    /// <summary>The same as code: a name, a path or a value. Empty text stays empty.</summary>
    public static string Code(string text) => text.Length == 0 ? "" : $"<code>{Encode(text, mentionBreak: "")}</code>";

    // A mention or a reference is found after rendering, so the character reference alone does not prevent it; inside code nothing is looked for.
    private static string Encode(string text, string mentionBreak)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in Shorten(text).EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) builder.Append(' ');
            else if (rune.IsAscii && Markup.Contains((char)rune.Value)) builder.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            else builder.Append(rune);
            if (rune.Value is '@' or '#') builder.Append(mentionBreak);
        }

        return builder.ToString();
    }

    private static string Shorten(string text) => text.Length <= LongestCell ? text : $"{text[..(LongestCell - 1)]}…";
}

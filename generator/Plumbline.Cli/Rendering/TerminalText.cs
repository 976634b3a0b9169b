using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Rendering;

/// <summary>Makes text from documents and services safe to print: a terminal obeys control characters.</summary>
internal static class TerminalText
{
    /// <summary><paramref name="text"/> with every control and format character (escape sequences, bidirectional overrides) shown as <c>\uXXXX</c>; tabs become blanks.</summary>
    public static string Encode(string text)
    {
        if (!text.Any(NeedsEncoding)) return text;

        var result = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character == '\t') result.Append(' ');
            else if (NeedsEncoding(character)) result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else result.Append(character);
        }

        return result.ToString();
    }

    private static bool NeedsEncoding(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.Cli.Editing;

/// <summary>Writes texts as YAML scalars on one line: plain where nothing could be mistaken, else between double quotes.</summary>
internal static partial class YamlScalarText
{
    /// <summary>The scalar.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    // Words that some version of YAML reads as something else than text.
    private static bool IsPlain(string text) =>
        (Words.IsMatch(text) && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")) || Dates.IsMatch(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z/][A-Za-z0-9._/@()-]*( [A-Za-z0-9._/@()-]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dates { get; }
}

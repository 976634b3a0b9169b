using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.PlanningTests.Exchange.Terraform;

/// <summary>A small reader of HCL, for what the exporter writes: strings are closed, brackets are balanced, references name what is declared. Terraform itself is not run.</summary>
internal static partial class HclText
{
    /// <summary>What is wrong with files that are read together.</summary>
    public static string[] Problems(IEnumerable<string> files)
    {
        string[] codes = [.. files.Select(WithoutStrings)];
        string[] declared = [.. files.SelectMany(file => Resource().Matches(file)).Select(match => $"{match.Groups[1].Value}.{match.Groups[2].Value}")];
        return
        [
            .. codes.Select(Unbalanced).OfType<string>(),
            .. declared.GroupBy(address => address, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"declared twice: {same.Key}"),
            .. codes.SelectMany(code => Reference().Matches(code)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Where(address => !declared.Contains(address)).Select(address => $"not declared: {address}"),
        ];
    }

    /// <summary>The text of a quoted literal.</summary>
    public static string Decode(string literal)
    {
        var text = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] is '$' or '%' && i + 2 < literal.Length && literal[i + 1] == literal[i] && literal[i + 2] == '{')
            {
                i++;
            }
            else if (literal[i] == '\\')
            {
                i++;
                if (literal[i] == 'u')
                {
                    text.Append((char)int.Parse(literal.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    continue;
                }

                text.Append(literal[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
                continue;
            }

            text.Append(literal[i]);
        }

        return text.ToString();
    }

    private static string WithoutStrings(string file)
    {
        var code = new StringBuilder();
        var isInside = false;
        for (var i = 0; i < file.Length; i++)
        {
            if (isInside && file[i] == '\\') i++;
            else if (file[i] == '"') isInside = !isInside;
            else if (isInside && file[i] == '\n') return "{ a string that is not closed";
            else if (!isInside) code.Append(file[i]);
        }

        return isInside ? "{ a string that is not closed" : code.ToString();
    }

    private static string? Unbalanced(string code)
    {
        var open = new Stack<char>();
        foreach (var character in code)
        {
            if (character is '{' or '[' or '(') open.Push(character);
            else if (character is '}' or ']' or ')' && (!open.TryPop(out var opened) || (opened, character) is not (('{', '}') or ('[', ']') or ('(', ')')))) return $"'{character}' closes nothing";
        }

        return open.Count == 0 ? null : $"{open.Count} brackets are open: {code[..Math.Min(code.Length, 60)]}";
    }

    [GeneratedRegex("^resource \"([a-z_]+)\" \"([a-z0-9_]+)\"", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex(@"\bazurerm_[a-z_]+\.[a-z0-9_]+")]
    private static partial Regex Reference();
}

using System.Buffers;
using System.Collections.Immutable;
using Plumbline.Cli.Configuration;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Editing;

/// <summary>Adds an exemption to a CSV file.</summary>
internal static class CsvExemptionEdit
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>The text with a row more; null when the file has no column for a value, or no header.</summary>
    public static string? Add(SourceText source, ExemptionEntry entry)
    {
        if (source.Text.Length == 0) return $"{Row(entry.Values.Select(value => value.Key))}\n{Row(entry.Values.Select(value => string.Join(';', value.Texts)))}\n";
        var rows = CsvText.Rows(source, ImmutableArray.CreateBuilder<Diagnostic>());
        if (rows.IsEmpty) return null;

        var columns = rows[0].Select(column => column.Text.Trim()).ToImmutableArray();
        var fields = new string[columns.Length];
        Array.Fill(fields, "");
        foreach (var value in entry.Values)
        {
            var column = columns.IndexOf(value.Key);
            if (column < 0) column = value.Key switch { "scope" => columns.IndexOf("scopes"), "scopes" => columns.IndexOf("scope"), _ => -1 };
            if (column < 0) return null;
            fields[column] = string.Join(';', value.Texts);
        }

        var lineEnd = new TextLines(source.Text).LineEnd;
        var separator = source.Text[^1] is '\n' or '\r' ? "" : lineEnd;
        return $"{source.Text}{separator}{Row(fields)}{lineEnd}";
    }

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

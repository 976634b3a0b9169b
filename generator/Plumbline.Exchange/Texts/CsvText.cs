using System.Buffers;

namespace Plumbline.Exchange.Texts;

/// <summary>Fields of comma-separated values (RFC 4180).</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>A line without its end.</summary>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));

    /// <summary>One field: in quotes where a reader would take it for something else.</summary>
    public static string Field(string text) =>
        text.AsSpan().ContainsAny(Special) || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

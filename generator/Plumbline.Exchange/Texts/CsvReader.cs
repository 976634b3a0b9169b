using System.Collections.Immutable;
using System.Text;

namespace Plumbline.Exchange.Texts;

/// <summary>Reads comma-separated values (RFC 4180): fields in quotes may hold commas and line ends.</summary>
internal sealed class CsvReader
{
    private readonly string text;
    private int at;
    private int line = 1;

    private CsvReader(string text) => this.text = text;

    /// <summary>The records with the line each starts at; empty lines are left out.</summary>
    public static ImmutableArray<CsvRecord> Read(string text)
    {
        var reader = new CsvReader(text is ['\uFEFF', .. var rest] ? rest : text);
        var records = ImmutableArray.CreateBuilder<CsvRecord>();
        while (reader.at < reader.text.Length)
        {
            if (reader.Record() is { Fields: not [""] } record) records.Add(record);
        }

        return records.ToImmutable();
    }

    private CsvRecord Record()
    {
        var (start, fields) = (line, ImmutableArray.CreateBuilder<string>());
        while (true)
        {
            fields.Add(Field());
            if (at < text.Length && text[at] == ',') at++;
            else break;
        }

        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        line++;
        return new(start, fields.ToImmutable());
    }

    private string Field()
    {
        var field = new StringBuilder();
        if (at < text.Length && text[at] == '"') Quoted(field);

        // What stands behind a closing quote belongs to the field, as spreadsheets read it.
        while (at < text.Length && text[at] is not (',' or '\r' or '\n')) field.Append(text[at++]);
        return field.ToString();
    }

    private void Quoted(StringBuilder field)
    {
        at++;
        while (at < text.Length)
        {
            if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"')) break;
            if (text[at] == '"') at++;
            if (text[at] == '\n') line++;
            field.Append(text[at++]);
        }

        at++;
    }
}

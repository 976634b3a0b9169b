using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Configuration;

/// <summary>
/// Reads CSV as RFC 4180 has it, with the position of each field: fields between commas, quotes around those that hold commas, quotes or line ends, a quote in them twice.
/// Line ends may be CRLF, LF or CR; blank lines count for nothing. One instance reads one text.
/// </summary>
internal sealed class CsvText
{
    private const int MaximumRows = 20_000;

    private readonly SourceText source;
    private readonly ImmutableArray<Diagnostic>.Builder found;
    private int position;
    private int line = 1;
    private int lineStart;

    private CsvText(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        this.source = source;
        this.found = found;
        if (source.Text.StartsWith('\uFEFF')) position = lineStart = 1;
    }

    private bool IsAtEnd => position >= source.Text.Length;

    private char Next => source.Text[position];

    /// <summary>The rows, the header first; what cannot be read is in <paramref name="found"/>.</summary>
    public static ImmutableArray<ImmutableArray<CsvField>> Rows(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        var reader = new CsvText(source, found);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CsvField>>();
        while (!reader.IsAtEnd)
        {
            var row = reader.Row();
            if (row is [{ Text: "" }]) continue;
            if (rows.Count > MaximumRows)
            {
                found.Add(DiagnosticCatalog.CsvTooLarge(row[0].At, MaximumRows));
                break;
            }

            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    private ImmutableArray<CsvField> Row()
    {
        var fields = ImmutableArray.CreateBuilder<CsvField>();
        do fields.Add(Field()); while (Take(','));
        TakeLineEnd();
        return fields.ToImmutable();
    }

    private CsvField Field()
    {
        if (!IsAtEnd && Next == '"') return Quoted();
        var (start, at) = (position, Here());
        while (!IsAtEnd && Next is not (',' or '\r' or '\n'))
        {
            if (Next == '"' && source.Text.AsSpan(start, position - start).IndexOf('"') < 0) found.Add(DiagnosticCatalog.CsvQuoteMisplaced(Here(), "one stands in a field without quotes around it"));
            position++;
        }

        var text = source.Text[start..position];
        return new CsvField(text, at with { Span = at.Span is { } span ? span with { Length = text.Length } : null });
    }

    private CsvField Quoted()
    {
        var (at, text) = (Here(), new StringBuilder());
        position++;
        while (!IsAtEnd)
        {
            if (Take('"'))
            {
                if (!Take('"')) return Closed(text.ToString(), at);
                text.Append('"');
                continue;
            }

            var start = position;
            if (!TakeLineEnd()) position++;
            text.Append(source.Text, start, position - start);
        }

        found.Add(DiagnosticCatalog.CsvQuoteMisplaced(at, "the closing one is missing"));
        return new CsvField(text.ToString(), at);
    }

    private CsvField Closed(string text, SourceLocation at)
    {
        if (!IsAtEnd && Next is not (',' or '\r' or '\n')) found.Add(DiagnosticCatalog.CsvQuoteMisplaced(Here(), "text follows the closing one"));
        while (!IsAtEnd && Next is not (',' or '\r' or '\n')) position++;
        return new CsvField(text, at);
    }

    private bool Take(char expected)
    {
        if (IsAtEnd || Next != expected) return false;
        position++;
        return true;
    }

    private bool TakeLineEnd()
    {
        var isEnd = Take('\r');
        if (!Take('\n') && !isEnd) return false;
        line++;
        lineStart = position;
        return true;
    }

    private SourceLocation Here() => new(source.File, new TextSpan(line, position - lineStart + 1));
}

using System.Collections.Immutable;
using Plumbline.Exchange.Texts;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>A table with a header: a parameter file or a file of exemptions.</summary>
/// <param name="File">Its path.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PacTable(string File, ImmutableArray<PacRow> Rows)
{
    private const int MaximumRows = 20_000;

    /// <summary>Reads a table. Of columns of one name the first one counts.</summary>
    /// <param name="source">The text.</param>
    /// <param name="known">Whether a column means something; others are reported.</param>
    /// <param name="problems">What is wrong.</param>
    public static PacTable Read(SourceText source, Func<string, bool> known, ImmutableArray<Diagnostic>.Builder problems)
    {
        var records = CsvReader.Read(source.Text);
        if (records.IsEmpty) return new(source.File, []);
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, index) in records[0].Fields.Select((field, index) => (field.Trim(), index)))
        {
            if (name.Length == 0) continue;
            if (!columns.TryAdd(name, index)) problems.Add(DiagnosticCatalog.ColumnRepeated(At(source, records[0]), name));
            else if (!known(name)) problems.Add(DiagnosticCatalog.ImportKeyIgnored(At(source, records[0]), name, null));
        }

        if (records.Length - 1 > MaximumRows) problems.Add(DiagnosticCatalog.ImportTooLarge(new SourceLocation(source.File), "rows", MaximumRows));
        return new(source.File, [.. records.Skip(1).Take(MaximumRows).Select(record => Row(source, columns, record))]);
    }

    private static PacRow Row(SourceText source, Dictionary<string, int> columns, CsvRecord record) => new(
        At(source, record),
        columns.Where(column => column.Value < record.Fields.Length).ToImmutableDictionary(column => column.Key, column => record.Fields[column.Value].Trim(), StringComparer.OrdinalIgnoreCase));

    private static SourceLocation At(SourceText source, CsvRecord record) => new(source.File, new TextSpan(record.Line, 1));
}

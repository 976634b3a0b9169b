using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Shapes;
using Plumbline.Generation.Yaml;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Configuration;

/// <summary>Reads exemptions from CSV: a column a key of <see cref="ExemptionShapes.Exemption"/>; lists are separated by <c>;</c> or <c>&amp;</c>, resource selectors are JSON.</summary>
internal static class ExemptionCsvReader
{
    private const char Semicolon = ';';
    private const char Ampersand = '&';

    private static readonly ImmutableArray<string> Columns = [.. ExemptionShapes.Exemption.Keys.Select(key => key.Name)];

    /// <summary>The exemptions, and what is wrong in <paramref name="found"/>; none when the header is wrong.</summary>
    public static ImmutableArray<ExemptionDeclaration> Read(SourceText source, ImmutableArray<Diagnostic>.Builder found)
    {
        var rows = CsvText.Rows(source, found);
        if (rows.IsEmpty)
        {
            found.Add(DiagnosticCatalog.CsvWithoutHeader(new SourceLocation(source.File)));
            return [];
        }

        var header = rows[0];
        var problems = Header(header).ToImmutableArray();
        found.AddRange(problems);
        if (!problems.IsEmpty) return [];

        foreach (var ragged in rows.Skip(1).Where(row => row.Length != header.Length)) found.Add(DiagnosticCatalog.CsvRowRagged(ragged[0].At, ragged.Length, header.Length));
        ImmutableArray<YamlMapping> mappings = [.. rows.Skip(1).Where(row => row.Length == header.Length).Select(row => Mapping(header, row, found))];
        found.AddRange(mappings.SelectMany(mapping => ShapeChecker.Check(mapping, ExemptionShapes.Exemption)));
        return new ExemptionReader(found).Read(mappings);
    }

    private static IEnumerable<Diagnostic> Header(ImmutableArray<CsvField> header)
    {
        var names = header.Select(column => column.Text.Trim()).ToImmutableArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (!Columns.Contains(names[i], StringComparer.Ordinal)) yield return DiagnosticCatalog.CsvColumnUnknown(header[i].At, names[i], NearestName.Find(names[i], Columns), string.Join(", ", Columns));
            else if (names.IndexOf(names[i]) < i) yield return DiagnosticCatalog.CsvColumnRepeated(header[i].At, names[i]);
        }

        foreach (var missing in ExemptionShapes.Exemption.Keys.Where(key => !key.IsOptional && !names.Contains(key.Name, StringComparer.Ordinal)))
            yield return DiagnosticCatalog.CsvColumnMissing(header[0].At, missing.Name);
        foreach (var group in (ImmutableArray<string>[])[ExemptionShapes.Exemption.ExactlyOneOf, ExemptionShapes.Exemption.AtMostOneOf])
        {
            if (!group.Any(name => names.Contains(name, StringComparer.Ordinal))) yield return DiagnosticCatalog.CsvColumnMissing(header[0].At, string.Join("' or '", group));
        }
    }

    // An empty field is as if the key were not there.
    private static YamlMapping Mapping(ImmutableArray<CsvField> header, ImmutableArray<CsvField> row, ImmutableArray<Diagnostic>.Builder found) => new(
        [
            .. from column in header.Zip(row)
               where !string.IsNullOrWhiteSpace(column.Second.Text)
               let name = column.First.Text.Trim()
               let value = Value(name, column.Second, found)
               select new YamlEntry(new YamlScalar(name == "scope" && value is YamlSequence ? "scopes" : name, YamlScalarKind.Text, column.Second.At), value),
        ],
        row[0].At);

    private static YamlNode Value(string column, CsvField field, ImmutableArray<Diagnostic>.Builder found) => column switch
    {
        "scope" or "scopes" or "referenceIds" => List(field),
        "resourceSelectors" => Selectors(field, found),
        _ => new YamlScalar(field.Text, YamlScalarKind.Text, field.At),
    };

    private static YamlSequence List(CsvField field)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var start = 0;
        foreach (var part in field.Text.Split(Semicolon, Ampersand))
        {
            var text = part.Trim();
            var shift = start + part.Length - part.TrimStart().Length;
            if (text.Length > 0) items.Add(new YamlScalar(text, YamlScalarKind.Text, Shifted(field.At, shift, text.Length)));
            start += part.Length + 1;
        }

        return new YamlSequence(items.ToImmutable(), field.At);
    }

    // Inside quotes the columns of the text and of the file part at the first quote or line end, so the field is pointed at.
    private static SourceLocation Shifted(SourceLocation at, int shift, int length) =>
        at.Span is { Length: > 0 } span ? at with { Span = new TextSpan(span.Line, span.Column + shift, length) } : at;

    private static YamlNode Selectors(CsvField field, ImmutableArray<Diagnostic>.Builder found)
    {
        var parsed = PositionedJson.Parse(new SourceText(field.At.File, $$"""{"resourceSelectors":{{field.Text}}}"""));
        found.AddRange(parsed.Diagnostics.Select(problem => problem with { Location = field.At }));
        return parsed.Value?["resourceSelectors"] is JArray
            ? JsonNodes.Mapping(field.At.File, parsed.Value)["resourceSelectors"] is { } node ? At(node, field.At) : new RefusedYaml(field.At)
            : new YamlScalar(field.Text, YamlScalarKind.Text, field.At);
    }

    private static YamlNode At(YamlNode node, SourceLocation at) => node switch
    {
        YamlMapping mapping => new YamlMapping([.. mapping.Entries.Select(entry => new YamlEntry(entry.Key with { Location = at }, At(entry.Value, at)))], at),
        YamlSequence list => new YamlSequence([.. list.Items.Select(item => At(item, at))], at),
        YamlScalar scalar => scalar with { Location = at },
        _ => new RefusedYaml(at),
    };
}

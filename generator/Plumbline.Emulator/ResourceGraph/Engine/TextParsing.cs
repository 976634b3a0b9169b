using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>parse</c>: columns from the parts of a text. A text that does not fit leaves them empty; <c>parse-where</c> leaves the row out.</summary>
internal static class TextParsing
{
    /// <summary>The relation with the parsed columns behind its own.</summary>
    public static Relation Apply(Relation input, ParseOperator parse, ExpressionBinder binder)
    {
        var text = binder.Bind(parse.Expression).Evaluate;
        var pattern = new Regex(Pattern(parse.Parts), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(2));
        var parsed = parse.Parts.Where(part => part.Column is not null).Select(part => new KqlColumn(part.Column ?? string.Empty, part.Type)).ToImmutableArray();
        var columns = input.Columns.Where(column => parsed.All(other => other.Name != column.Name)).ToImmutableArray();
        if (parsed.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() < parsed.Length) throw BindingErrors.At(parse.At, "A parse pattern names a column twice.");
        var kept = columns.Select(column => input.IndexOf(column.Name)).ToArray();
        var rows = input.Rows
            .Select(row => (Row: row, Match: pattern.Match(KqlConvert.ToText(text(row)))))
            .Where(pair => pair.Match.Success || !parse.IsFilter)
            .Select(pair => KqlRow.Of([.. kept.Select(index => pair.Row[index]), .. parsed.Select((column, index) => Part(pair.Match, index, column.Type))]));
        return new Relation([.. columns, .. parsed], rows);
    }

    private static KqlValue Part(Match match, int index, KqlType type) => KqlConvert.To(type, new KqlText(match.Success ? match.Groups[index + 1].Value : string.Empty));

    private static string Pattern(ImmutableArray<ParsePart> parts) => $"^{string.Concat(parts.Select(part => part switch
    {
        { Text: { } text } => Regex.Escape(text),
        { Column: null } => ".*?",
        { Type: KqlType.Long } => "([+-]?[0-9]+)",
        _ => "(.*?)",
    }))}$";
}

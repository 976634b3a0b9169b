using System.Collections.Immutable;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Editing;

/// <summary>Adds an exemption to the text of a file, and changes nothing else.</summary>
internal static class ExemptionEdit
{
    /// <summary>The text with the exemption at the end; an error when that cannot be done without touching something else, which is checked by reading the new text.</summary>
    /// <param name="source">The file; empty text makes a new one. Its name says which kind it is.</param>
    public static ParseResult<SourceText> Add(SourceText source, ExemptionDeclaration exemption)
    {
        var entry = ExemptionEntry.Of(exemption);
        var text = Path.GetExtension(source.File).ToLowerInvariant() switch
        {
            ".csv" => CsvExemptionEdit.Add(source, entry),
            ".json" => JsonExemptionEdit.Add(source, entry),
            _ => YamlExemptionEdit.Add(source, entry),
        };
        var edited = text is null ? null : source with { Text = text };
        return edited is not null && IsAsMeant(source, edited, entry)
            ? new ParseResult<SourceText>(edited, [])
            : new ParseResult<SourceText>(null, [DiagnosticCatalog.EditNotPossible(new SourceLocation(source.File), $"the exemption '{exemption.Name}'", "the file cannot be read, or is written in a way that cannot be added to in one place")]);
    }

    private static bool IsAsMeant(SourceText before, SourceText after, ExemptionEntry entry)
    {
        var old = before.Text.Length == 0 ? [] : Entries(before);
        var now = Entries(after);
        return old is not null && now is not null && now.Value.Length == old.Value.Length + 1
            && now.Value.Zip(old.Value.Append(entry)).All(pair => pair.First.IsSameAs(pair.Second));
    }

    private static ImmutableArray<ExemptionEntry>? Entries(SourceText source)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var read = ExemptionFiles.Read(source, found);
        return found.Any(problem => problem.IsError) ? null : [.. read.Select(ExemptionEntry.Of)];
    }
}

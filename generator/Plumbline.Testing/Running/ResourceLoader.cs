using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>Loads the resources of tests.</summary>
/// <param name="documents">Finds files.</param>
/// <param name="expander">Expands templates, or null when nothing here can.</param>
internal sealed class ResourceLoader(ITestDocuments documents, ITemplateExpander? expander)
{
    // Edits may nest a resource deeper; the engine reads four times as much.
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = ResourceDocument.MaximumDepth / 4, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The resource with its edits; null with errors.</summary>
    public ParseResult<ObjectValue> Load(string file, PolicyTest test)
    {
        var loaded = Load(file, test.Resource);
        if (loaded.Value is not { } resource) return loaded;
        foreach (var edit in test.Edits)
        {
            if (edit.Apply(resource) is not { } changed) return new(null, [DiagnosticCatalog.ResourcePathAbsent(edit.Location, edit.Text)]);
            resource = changed;
        }

        return new(resource, []);
    }

    /// <summary>The resource; null with errors.</summary>
    public ParseResult<ObjectValue> Load(string file, ResourceSource source)
    {
        if (source is InlineResource inline) return new(inline.Resource, []);
        var (path, selection, candidates, problems) = source switch
        {
            ResourceFile given => WithFile(given, file),
            TemplateResource template => WithTemplate(template, file),
            _ => throw new ArgumentException($"Unknown source '{source.GetType().Name}'.", nameof(source)),
        };
        if (problems.Any(problem => problem.IsError)) return new(null, problems);
        var meant = candidates.Where(selection.Fits).ToList();
        return meant.Count == 1
            ? new(meant[0], problems)
            : new(null, [DiagnosticCatalog.ResourceNotSelected(source.Location, path, meant.Count, string.Join(", ", candidates.Select(Describe).Take(10)))]);
    }

    private (string Path, ResourceSelection Selection, ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Problems) WithFile(ResourceFile source, string file)
    {
        var (resources, problems) = Read(source, file);
        return (source.Path, source.Selection, resources, problems);
    }

    private (string Path, ResourceSelection Selection, ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Problems) WithTemplate(TemplateResource source, string file)
    {
        var (resources, problems) = expander?.Expand(source.Path, file) ?? ([], [DiagnosticCatalog.TestedTemplateNotExpanded(source.Location, source.Path)]);
        return (source.Path, source.Selection, resources, problems);
    }

    private (ImmutableArray<ObjectValue> Resources, ImmutableArray<Diagnostic> Problems) Read(ResourceFile source, string file)
    {
        var read = documents.Read(source.Path, file);
        if (read.Value is not { } text) return ([], [.. read.Diagnostics.Select(problem => problem with { Location = source.Location })]);
        try
        {
            using var document = JsonDocument.Parse(text.Text, Lenient);
            ImmutableArray<ObjectValue> found = [.. Resources(PolicyValueReader.FromElement(document.RootElement))];
            return found.IsEmpty ? ([], [DiagnosticCatalog.NoResourceInFile(source.Location, source.Path, "it holds no object")]) : (found, []);
        }
        catch (JsonException exception)
        {
            return ([], [DiagnosticCatalog.NoResourceInFile(source.Location, source.Path, exception.Message)]);
        }
    }

    // A list of resources: bare, as Azure answers it ('value'), or of a template's snapshot ('resources').
    private static IEnumerable<ObjectValue> Resources(PolicyValue value) => value switch
    {
        ArrayValue list => list.Items.OfType<ObjectValue>(),
        ObjectValue item when item["type"] is UndefinedValue && item["value"] is ArrayValue answer => answer.Items.OfType<ObjectValue>(),
        ObjectValue item when item["type"] is UndefinedValue && item["resources"] is ArrayValue snapshot => snapshot.Items.OfType<ObjectValue>(),
        ObjectValue item => [item],
        _ => [],
    };

    private static string Describe(ObjectValue resource) => $"{(resource["type"] as TextValue)?.Value} '{(resource["name"] as TextValue)?.Value}'";
}

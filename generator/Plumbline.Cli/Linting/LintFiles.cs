using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Linting;

/// <summary>Finds the documents to lint.</summary>
/// <param name="folder">The folder that names of files start from.</param>
/// <param name="workspace">The checkout, or null.</param>
internal sealed class LintFiles(string folder, Workspace? workspace)
{
    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32 };

    private static readonly string[] Endings = [".json", ".jsonc"];

    private static readonly string[] Own = ["definitions", "initiative"];

    private static readonly string[] Marks = ["policyRule", "policyDefinitions"];

    /// <summary>The documents, in the order of their names: files that are named whatever they hold, and of folders the policy documents and what is not JSON.</summary>
    public ImmutableArray<SourceText> Find(IReadOnlyCollection<string> paths, out ImmutableArray<Diagnostic> problems)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var (named, searched) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var start in paths.Count > 0 || workspace is null ? paths : [.. Own.Select(workspace.PathOf).Where(Directory.Exists)])
        {
            var path = Path.Combine(folder, start);
            if (Directory.Exists(path)) searched.UnionWith(Directory.EnumerateFiles(path, "*", Recursive).Where(HasEnding).Select(NameOf));
            else if (File.Exists(path)) named.Add(NameOf(path));
            else found.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation(start), "there is no such file or folder"));
        }

        var sources = named.Union(searched).Order(StringComparer.Ordinal).Select(name => Read(name, found)).OfType<SourceText>().Where(source => named.Contains(source.File) || IsPolicyDocument(source));
        ImmutableArray<SourceText> documents = [.. sources];
        problems = found.ToImmutable();
        return documents;
    }

    /// <summary>The documents of a folder by their kind and name.</summary>
    public ImmutableDictionary<string, JObject> ByName(string? start) => start is null ? ImmutableDictionary<string, JObject>.Empty : Find([start], out _)
        .Select(source => PositionedJson.Parse(source).Value)
        .OfType<JObject>()
        .DistinctBy(KeyOf)
        .ToImmutableDictionary(KeyOf);

    /// <summary>What tells a document from others: its kind and its name.</summary>
    public static string KeyOf(JObject document) => $"{IsMember(document, "policyDefinitions")} {(string?)document["name"]}";

    private static bool IsPolicyDocument(SourceText source) => PositionedJson.Parse(source).Value is not { } document || Marks.Any(mark => IsMember(document, mark));

    private static bool IsMember(JObject document, string key) =>
        document.TryGetValue(key, StringComparison.OrdinalIgnoreCase, out _) || (document.TryGetValue("properties", StringComparison.OrdinalIgnoreCase, out var inner) && inner is JObject properties && properties.TryGetValue(key, StringComparison.OrdinalIgnoreCase, out _));

    private static bool HasEnding(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private SourceText? Read(string name, ImmutableArray<Diagnostic>.Builder problems)
    {
        var text = LooseFile.Read(folder, name, out var problem);
        if (problem is not null) problems.Add(problem);
        return text;
    }
}

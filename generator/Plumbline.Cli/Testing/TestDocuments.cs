using System.Collections.Concurrent;
using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Testing;

/// <summary>Finds what test files name: files beside them, definitions of the checkout or of an EPAC folder, and the built-ins beside the catalog.</summary>
/// <param name="folder">The folder that the names of files start from.</param>
/// <param name="workspace">The checkout, or null outside of one.</param>
/// <param name="given">Definitions that are at hand, by name.</param>
internal sealed class TestDocuments(string folder, Workspace? workspace, ImmutableDictionary<string, SourceText> given) : ITestDocuments
{
    // As many as no estate has: a folder that holds more is not one of policies.
    private const int MaximumFiles = 20_000;

    private const string EpacDefinitions = "policyDefinitions";

    private readonly ConcurrentDictionary<string, Lazy<ImmutableDictionary<string, SourceText>>> indexes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ParseResult<SourceText> Read(string path, string from)
    {
        var text = LooseFile.Read(folder, NameOf(Path.Combine(folder, FolderOf(from), path)), out var problem);
        return new(text, problem is null ? [] : [problem]);
    }

    /// <inheritdoc/>
    public SourceText? Definition(string id, string from)
    {
        var name = id[(id.LastIndexOf('/') + 1)..];
        if (given.TryGetValue(name, out var known)) return known;
        foreach (var place in Places(from))
        {
            if (Index(place).TryGetValue(name, out var found)) return found;
        }

        return null;
    }

    private IEnumerable<string> Places(string from)
    {
        if (workspace is not null)
        {
            yield return workspace.PathOf($"{CatalogLoader.Folder}/builtins");
            yield return workspace.PathOf("definitions");
        }

        for (var parent = new DirectoryInfo(Path.Combine(folder, FolderOf(from))); parent is not null; parent = parent.Parent)
        {
            if (Directory.Exists(Path.Combine(parent.FullName, EpacDefinitions)))
            {
                yield return Path.Combine(parent.FullName, EpacDefinitions);
                break;
            }
        }

        yield return Path.Combine(folder, FolderOf(from));
    }

    private ImmutableDictionary<string, SourceText> Index(string place) =>
        indexes.GetOrAdd(Path.GetFullPath(place), key => new(() => ReadIndex(key))).Value;

    private ImmutableDictionary<string, SourceText> ReadIndex(string place)
    {
        var found = ImmutableDictionary.CreateBuilder<string, SourceText>(StringComparer.OrdinalIgnoreCase);
        if (!Directory.Exists(place)) return found.ToImmutable();
        var files = Directory.EnumerateFiles(place, "*.json*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16 })
            .Take(MaximumFiles).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (LooseFile.Read(folder, NameOf(file), out _) is not { } text) continue;
            if (PositionedJson.Parse(text).Value is { } document && document.GetValue("name", StringComparison.OrdinalIgnoreCase) is JValue { Value: string name }) found.TryAdd(name, text);
            found.TryAdd(Path.GetFileNameWithoutExtension(file), text);
        }

        return found.ToImmutable();
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string FolderOf(string file) => Path.GetDirectoryName(file) ?? "";
}

using System.Collections.Immutable;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Testing;

/// <summary>Finds tests: in the paths of a command line, else in the checkout, else below the current folder.</summary>
/// <param name="folder">The folder that names of files start from.</param>
/// <param name="workspace">The checkout, or null.</param>
internal sealed class TestDiscovery(string folder, Workspace? workspace)
{
    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32 };

    private static readonly ImmutableArray<string> BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>The tests.</summary>
    /// <param name="paths">Files and folders; none for all tests there are.</param>
    public TestSelection Find(IReadOnlyCollection<string> paths)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var examples = paths.Count == 0 ? Examples(problems) : [];
        var read = Names(paths, problems).Select(name => Read(name, problems)).OfType<SourceText>().ToImmutableArray();
        var files = read.Select(TestFileReader.Read).ToImmutableArray();
        problems.AddRange(examples.SelectMany(catalog => catalog.Examples.Problems).Concat(files.SelectMany(file => file.Diagnostics)));
        ImmutableArray<SourceText> expected = [.. examples.SelectMany(catalog => catalog.Examples.Definitions)];
        return new TestSelection(
            [.. examples.SelectMany(catalog => catalog.Examples.Files), .. files.Select(file => file.Value).OfType<TestFile>()],
            [.. examples.Select(catalog => catalog.Source), .. read],
            expected.DistinctBy(Stem).ToImmutableDictionary(Stem, StringComparer.OrdinalIgnoreCase),
            expected,
            problems.ToImmutable());
    }

    private ImmutableArray<(SourceText Source, CatalogExamples Examples)> Examples(ImmutableArray<Diagnostic>.Builder problems)
    {
        if (workspace is null || !Directory.Exists(workspace.PathOf(CatalogLoader.Folder))) return [];
        var loaded = CatalogLoader.Load(workspace);
        problems.AddRange(loaded.Diagnostics.Where(problem => problem.IsError));
        return [.. loaded.Catalogs.Select(catalog => (catalog.Source, CatalogExamples.Of(catalog, loaded.BuiltIns, Named)))];
    }

    private SortedSet<string> Names(IReadOnlyCollection<string> paths, ImmutableArray<Diagnostic>.Builder problems)
    {
        var starts = paths.Count > 0 ? paths : workspace is null ? [folder] : [.. ((string[])[CatalogLoader.Folder, "definitions", "initiative"]).Select(workspace.PathOf).Where(Directory.Exists)];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var start in starts)
        {
            var path = Path.Combine(folder, start);
            if (Directory.Exists(path)) names.UnionWith(Directory.EnumerateFiles(path, $"*{CatalogLoader.TestsSuffix}", Recursive).Where(file => !IsBuilt(path, file)).Select(NameOf));
            else if (File.Exists(path)) names.Add(NameOf(path));
            else problems.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation(start), "there is no such file or folder"));
        }

        return names;
    }

    private static bool IsBuilt(string start, string file) =>
        Path.GetRelativePath(start, file).Split(Path.DirectorySeparatorChar).SkipLast(1).Any(part => BuildFolders.Contains(part, StringComparer.Ordinal));

    private SourceText? Read(string name, ImmutableArray<Diagnostic>.Builder problems)
    {
        var text = LooseFile.Read(folder, name, out var problem);
        if (problem is not null) problems.Add(problem);
        return text;
    }

    private SourceText Named(SourceText source) => workspace is null ? source : source with { File = NameOf(workspace.PathOf(source.File)) };

    private static string Stem(SourceText source) => Path.GetFileNameWithoutExtension(source.File);

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}

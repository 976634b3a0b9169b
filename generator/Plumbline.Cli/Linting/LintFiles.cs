using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Linting;

/// <summary>Finds policy documents: in the paths of a command line, else in the checkout.</summary>
/// <param name="folder">The folder that names of files start from.</param>
internal sealed class LintFiles(string folder)
{
    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32 };

    /// <summary>The texts in ordinal order of their names, and what cannot be read.</summary>
    public (ImmutableArray<SourceText> Files, ImmutableArray<Diagnostic> Problems) Find(ImmutableArray<string> paths)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var starts = paths.IsEmpty ? Checkout() : paths;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var start in starts)
        {
            var path = Path.Combine(folder, start);
            if (Directory.Exists(path)) names.UnionWith(Directory.EnumerateFiles(path, "*.json*", Recursive).Where(IsJson).Select(NameOf));
            else if (File.Exists(path)) names.Add(NameOf(path));
            else problems.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation(start), "there is no such file or folder"));
        }

        if (starts.IsEmpty) problems.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation("lint"), "there is no checkout here and no path was given"));
        return ([.. names.Select(name => Read(name, problems)).OfType<SourceText>()], problems.ToImmutable());
    }

    /// <summary>The text of a file, or null; used where a file may be missing.</summary>
    public SourceText? Find(string previous, string name) => LooseFile.Read(folder, Path.Combine(previous, name), out _) ?? LooseFile.Read(folder, Path.Combine(previous, Path.GetFileName(name)), out _);

    private ImmutableArray<string> Checkout() =>
        Workspace.Find(folder) is { } workspace ? [.. ((string[])["definitions", "initiative"]).Select(workspace.PathOf).Where(Directory.Exists)] : [];

    private static bool IsJson(string file) => Path.GetExtension(file).ToLowerInvariant() is ".json" or ".jsonc";

    private SourceText? Read(string name, ImmutableArray<Diagnostic>.Builder problems)
    {
        var text = LooseFile.Read(folder, name, out var problem);
        if (problem is not null) problems.Add(problem);
        return text;
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}

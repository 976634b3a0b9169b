using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Exchange;

/// <summary>Reads the files of a folder that another tool works on.</summary>
internal static class ExchangeInput
{
    private static readonly ImmutableArray<string> Extensions = [".json", ".jsonc", ".csv"];

    private static readonly EnumerationOptions Options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The texts below a folder in ordinal order of their names, which start with the folder as it was named; and what cannot be read.</summary>
    /// <param name="start">The folder that relative paths start from.</param>
    /// <param name="path">The folder.</param>
    public static (ImmutableArray<SourceText> Files, ImmutableArray<Diagnostic> Diagnostics) Read(string start, string path)
    {
        var root = Path.GetFullPath(Path.Combine(start, path));
        if (!Directory.Exists(root)) return ([], [DiagnosticCatalog.ImportFolderInvalid(new SourceLocation(path), "there is no such folder")]);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = ImmutableArray.CreateBuilder<SourceText>();
        var names = Directory.EnumerateFiles(root, "*", Options)
            .Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (LooseFile.Read(root, name, out var problem) is { } source) files.Add(source with { File = $"{path.TrimEnd('/')}/{name}" });
            if (problem is not null) problems.Add(problem with { Location = problem.Location with { File = $"{path.TrimEnd('/')}/{name}" } });
        }

        return (files.ToImmutable(), problems.ToImmutable());
    }
}

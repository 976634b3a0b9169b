using System.Runtime.CompilerServices;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Catalog;

/// <summary>Files of the repository, by their path from its root.</summary>
internal static class RepositoryFiles
{
    public static string Folder => Root();

    public static SourceText Read(string path) => new(path, File.ReadAllText(Path.Combine(Root(), path)));

    public static Stream Open(string path) => File.OpenRead(Path.Combine(Root(), path));

    public static IEnumerable<SourceText> ReadAll(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root(), folder), pattern)
        .Select(file => Path.GetFileName(file))
        .Order(StringComparer.Ordinal)
        .Select(file => Read($"{folder}/{file}"));

    private static string Root([CallerFilePath] string sourceFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile) ?? ".", "..", "..", ".."));
}

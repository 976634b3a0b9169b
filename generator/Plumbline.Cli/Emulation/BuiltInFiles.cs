using System.Collections.Immutable;
using System.IO.Compression;
using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Emulation;

/// <summary>Built-in definitions and initiatives from files: one document a <c>.json</c> file, one a line of <c>.jsonl</c> and <c>.jsonl.gz</c>.</summary>
/// <param name="folder">The folder that relative paths start from.</param>
internal sealed class BuiltInFiles(string folder)
{
    /// <summary>The documents, those of a folder in ordinal order of their paths; and what cannot be read.</summary>
    public (ImmutableArray<SourceText> Documents, ImmutableArray<Diagnostic> Problems) Read(IEnumerable<string> paths)
    {
        var (documents, problems) = (ImmutableArray.CreateBuilder<SourceText>(), ImmutableArray.CreateBuilder<Diagnostic>());
        foreach (var path in paths.SelectMany(Files))
        {
            try
            {
                documents.AddRange(Documents(path));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                problems.Add(DiagnosticCatalog.FileUnreadable(new SourceLocation(path), problem.Message.ReplaceLineEndings(" ")));
            }
        }

        return (documents.ToImmutable(), problems.ToImmutable());
    }

    private IEnumerable<string> Files(string path)
    {
        var full = Path.Combine(folder, path);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
            : [path];
    }

    private List<SourceText> Documents(string path)
    {
        if (!IsLines(path)) return LooseFile.Read(folder, path, out var problem) is { } source ? [source] : throw new IOException(problem?.Message);
        return Lines(path).Select((line, index) => new SourceText($"{path}:{index + 1}", line)).Where(source => !string.IsNullOrWhiteSpace(source.Text)).ToList();
    }

    private IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(Path.Combine(folder, path));
        using Stream text = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static bool IsLines(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);
}

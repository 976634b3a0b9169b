using System.Collections.Concurrent;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Aliases;

/// <summary>Alias catalogues by the name users give: <c>default</c>, <c>none</c>, or the path of a file of Azure's alias JSON, which is read once.</summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class AliasFiles(string folder)
{
    private const long MaximumBytes = 1L << 30;
    private static readonly ParseResult<AliasTable> Default = new(AliasTable.Published, []);
    private static readonly ParseResult<AliasTable> None = new(AliasTable.Empty, []);

    // A catalogue is large, and a batch may name a file a line.
    private const int MaximumKept = 8;

    private readonly ConcurrentDictionary<string, ParseResult<AliasTable>> read = new(StringComparer.Ordinal);

    /// <summary>The catalogue, or why it cannot be read.</summary>
    public ParseResult<AliasTable> Load(string name) => name switch
    {
        "default" => Default,
        "none" => None,
        _ => Kept(name),
    };

    private ParseResult<AliasTable> Kept(string name)
    {
        if (read.Count >= MaximumKept && !read.ContainsKey(name)) read.Clear();
        return read.GetOrAdd(name, Read);
    }

    private ParseResult<AliasTable> Read(string name)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, name));
            if (file.Exists && file.Length > MaximumBytes) return Unreadable(name, "it is larger than 1 GiB");
            return AliasTable.Read(File.ReadAllBytes(file.FullName), name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable(name, exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message);
        }
    }

    private static ParseResult<AliasTable> Unreadable(string name, string reason) => new(null, [DiagnosticCatalog.FileUnreadable(new SourceLocation(name), reason)]);
}

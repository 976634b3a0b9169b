using System.Collections.Immutable;

namespace Plumbline.Generation.Output;

/// <summary>The files a catalog generates.</summary>
/// <param name="Files">Path from the root of the repository, with forward slashes, to the whole text; in ordinal order of the paths.</param>
public sealed record OutputTree(ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>No files.</summary>
    public static OutputTree Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>This tree and one more file.</summary>
    /// <exception cref="ArgumentException">The tree has another text at that path: names are checked before anything is generated.</exception>
    public OutputTree With(string path, string text) => new(Files.Add(path, text));
}

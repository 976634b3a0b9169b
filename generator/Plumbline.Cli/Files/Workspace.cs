using System.Collections.Immutable;
using System.Text;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Files;

/// <summary>The checkout a command works on: the nearest folder upwards that holds <c>generator/catalog</c> or <c>plumbline.yaml</c>.</summary>
internal sealed class Workspace
{
    private const int MaximumFileBytes = 16 * 1024 * 1024;

    private Workspace(string root) => Root = root;

    /// <summary>The absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>Finds the workspace from <paramref name="start"/> upwards, or null.</summary>
    public static Workspace? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "generator", "catalog")) || File.Exists(Path.Combine(folder.FullName, "plumbline.yaml")))
                return new Workspace(folder.FullName);
        }

        return null;
    }

    /// <summary>The workspace that holds <paramref name="start"/>, else that folder as one.</summary>
    public static Workspace FindOrMake(string start) => Find(start) ?? new Workspace(start);

    /// <summary>The absolute path of a file or folder given relative to the root.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The text of a file, named as given; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is larger than 16 MiB or not UTF-8.</exception>
    public SourceText? Read(string relative)
    {
        var file = new FileInfo(PathOf(relative));
        if (!file.Exists) return null;
        if (file.Length > MaximumFileBytes) throw new InvalidDataException($"'{relative}' is larger than {MaximumFileBytes} bytes.");

        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return new SourceText(relative, File.ReadAllText(file.FullName, strict));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"'{relative}' is not UTF-8.");
        }
    }

    /// <summary>The texts of the files below <paramref name="folder"/> that match <paramref name="pattern"/>, in ordinal order of their names.</summary>
    public ImmutableArray<SourceText> ReadAll(string folder, string pattern)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path)) return [];

        return Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .OfType<SourceText>()
            .ToImmutableArray();
    }

    /// <summary>Writes a file below the root, atomically.</summary>
    public void Write(string relative, string text) => AtomicFile.Write(PathOf(relative), text);

    /// <summary>Deletes a file below the root, if it is there.</summary>
    public void Delete(string relative)
    {
        if (File.Exists(PathOf(relative))) File.Delete(PathOf(relative));
    }
}

using System.Collections.Immutable;
using Plumbline.Cli.Files;
using Plumbline.Exchange.Model;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Exchange;

/// <summary>Writes the files of an export or import: all of them, or none.</summary>
internal static class ExchangeOutput
{
    /// <summary>Writes the files below a folder. Without <paramref name="force"/> nothing is written when one of them exists with another text.</summary>
    /// <param name="folder">The absolute path of the folder.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <param name="files">The files.</param>
    /// <param name="force">Whether files may be overwritten.</param>
    /// <returns>The files in the way; empty when everything was written.</returns>
    public static ImmutableArray<Diagnostic> Write(string folder, string shown, ImmutableArray<ExchangeFile> files, bool force)
    {
        ImmutableArray<Diagnostic> inTheWay = force ? [] : [.. files.Where(file => IsOther(folder, file)).Select(file => DiagnosticCatalog.ExchangeFileExists(new SourceLocation($"{shown.TrimEnd('/')}/{file.Path}")))];
        if (!inTheWay.IsEmpty) return inTheWay;
        foreach (var file in files) AtomicFile.Write(PathOf(folder, file), file.Text);
        return [];
    }

    private static bool IsOther(string folder, ExchangeFile file) => Path.Exists(PathOf(folder, file)) && (!File.Exists(PathOf(folder, file)) || File.ReadAllText(PathOf(folder, file)) != file.Text);

    private static string PathOf(string folder, ExchangeFile file) => Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
}

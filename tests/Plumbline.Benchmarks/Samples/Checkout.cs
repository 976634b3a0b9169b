using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Benchmarks.Samples;

/// <summary>The files of the checkout that the measurements read.</summary>
internal static class Checkout
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile()) ?? ".", "../../.."));

    /// <summary>The JSON files of a folder and its folders, in ordinal order of their paths.</summary>
    public static IEnumerable<string> JsonFiles(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The built-in definitions of the corpus, one JSON text each.</summary>
    public static List<string> BuiltIns()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Root, "tests/corpus/builtins.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private static string SourceFile([CallerFilePath] string file = "") => file;
}

namespace Plumbline.Cli.Files;

/// <summary>Writes a text back to the file it was read from.</summary>
internal static class EditedFile
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Writes the text; a byte order mark that the file had stays, which reading leaves out.</summary>
    public static void Write(string path, string text) => AtomicFile.Write(path, HasMark(path) ? '\uFEFF' + text : text);

    private static bool HasMark(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Mark);
    }
}

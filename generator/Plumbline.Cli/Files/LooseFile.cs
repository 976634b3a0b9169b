using System.Text;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Files;

/// <summary>Reads a file that is named on the command line and need not belong to a checkout.</summary>
internal static class LooseFile
{
    // As a line of a batch; sixty times what Azure accepts.
    private const int MaximumBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file, named as given; null with the problem when it cannot be read.</summary>
    /// <param name="folder">The folder that a relative path starts from.</param>
    /// <param name="path">The path.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public static SourceText? Read(string folder, string path, out Diagnostic? problem)
    {
        problem = null;
        try
        {
            var file = new FileInfo(Path.Combine(folder, path));
            if (file.Length <= MaximumBytes) return new SourceText(path, Strict.GetString(File.ReadAllBytes(file.FullName)));
            problem = Unreadable(path, $"it is larger than {MaximumBytes} bytes");
        }
        catch (DecoderFallbackException exception)
        {
            problem = DiagnosticCatalog.MalformedJson(new SourceLocation(path), $"byte {exception.Index} is not UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = Unreadable(path, exception.Message.ReplaceLineEndings(" "));
        }

        return null;
    }

    private static Diagnostic Unreadable(string path, string reason) => DiagnosticCatalog.FileUnreadable(new SourceLocation(path), reason);
}

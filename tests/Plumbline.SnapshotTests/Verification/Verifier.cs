using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Plumbline.SnapshotTests.Verification;

/// <summary>
/// Stands in for Verify.Xunit with its conventions: <c>{Class}.{Method}_{case}.verified.{ext}</c> beside the test,
/// <c>.received.</c> written on a difference. Swapping in the real package is this one file.
/// </summary>
internal static class Verifier
{
    /// <summary>Compares <paramref name="actual"/> with the accepted snapshot; on a difference writes the received file and fails with a diff.</summary>
    public static void Verify(
        string actual,
        string extension = "txt",
        string? caseName = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var verified = SnapshotPath(sourceFile, method, caseName, extension, "verified");
        var received = SnapshotPath(sourceFile, method, caseName, extension, "received");
        SnapshotUse.Record(verified, Path.GetFileNameWithoutExtension(sourceFile), method);
        var normalized = actual.ReplaceLineEndings("\n");
        var expected = File.Exists(verified) ? File.ReadAllText(verified, Encoding.UTF8).ReplaceLineEndings("\n") : null;
        if (string.Equals(expected, normalized, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        if (SnapshotUse.IsAccepting)
        {
            File.WriteAllText(verified, normalized, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, normalized, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail(expected is null
            ? $"New snapshot. Review {Path.GetFileName(received)}, then run scripts/accept."
            : $"Snapshot differs. Review {Path.GetFileName(received)}, then run scripts/accept.\n{Difference(expected, normalized)}");
    }

    private static string SnapshotPath(string sourceFile, string method, string? caseName, string extension, string kind)
    {
        var folder = Path.GetDirectoryName(sourceFile) ?? ".";
        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{(caseName is null ? "" : "_" + caseName)}";
        return Path.Combine(folder, $"{name}.{kind}.{extension}");
    }

    private static string Difference(string expected, string actual)
    {
        var lines = InlineDiffBuilder.Diff(expected, actual).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Take(60)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace Plumbline.SnapshotTests.Verification;

public sealed class UnusedSnapshotTests
{
    [Fact]
    public void Snapshots_that_no_test_owns_are_refused()
    {
        var unused = Directory.EnumerateFiles(ProjectFolder(), "*.verified.*", SearchOption.AllDirectories)
            .Where(IsUnused)
            .Select(path => Path.GetRelativePath(ProjectFolder(), path))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (SnapshotUse.IsAccepting)
            foreach (var path in unused) File.Delete(Path.Combine(ProjectFolder(), path));
        else
            Assert.Empty(unused);
    }

    // A filtered run compares some snapshots only: one whose test exists but did not run is not unused.
    private static bool IsUnused(string path) =>
        !SnapshotUse.WasUsed(path) && (SnapshotUse.Ran(TestOf(path)) || !TestExists(TestOf(path)));

    private static (string Type, string Method) TestOf(string path)
    {
        var parts = Path.GetFileName(path).Split('.');
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static bool TestExists((string Type, string Method) test) =>
        Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.Name == test.Type)
            .SelectMany(type => type.GetMethods())
            .Any(method => test.Method.StartsWith(method.Name, StringComparison.Ordinal));

    private static string ProjectFolder([CallerFilePath] string sourceFile = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(sourceFile)) ?? ".";
}

using System.Runtime.CompilerServices;
using Plumbline.Cli.Files;

namespace Plumbline.SnapshotTests;

/// <summary>The checkout the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>Its files.</summary>
    public static Workspace Workspace { get; } = Workspace.Find(SourceFolder()) ?? throw new InvalidOperationException("The tests do not run in a checkout.");

    private static string SourceFolder([CallerFilePath] string sourceFile = "") => Path.GetDirectoryName(sourceFile) ?? ".";
}

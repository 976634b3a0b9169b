using System.Runtime.InteropServices;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Scanning.Bicep;

/// <summary>Finds Microsoft's Bicep command-line interface: by the environment variable <c>BICEP_PATH</c>, on the <c>PATH</c>, or in the NuGet cache.</summary>
internal static class BicepTool
{
    /// <summary>The version that Plumbline is tested with.</summary>
    public const string Version = "0.49.2";

    private const string PathVariable = "BICEP_PATH";

    /// <summary>The program, or null.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable);

    /// <summary>The program, or null.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string? Find(Func<string, string?> variable)
    {
        if (variable(PathVariable) is { Length: > 0 } given) return File.Exists(given) ? given : FileIn(given);
        return (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(FileIn).FirstOrDefault(found => found is not null)
            ?? InCache(variable("NUGET_PACKAGES") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));
    }

    /// <summary>What to report when it is not there.</summary>
    public static Diagnostic NotFound(string input) => DiagnosticCatalog.BicepNotFound(
        new SourceLocation(input), $"install Bicep, or restore it with NuGet: scripts/restore-bicep (package {PackageId} {Version})");

    /// <summary>The name of the NuGet package for this machine.</summary>
    public static string PackageId { get; } = $"Azure.Bicep.CommandLine.{Platform()}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";

    private static string Program => OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";

    private static string Platform() => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static string? FileIn(string folder) => File.Exists(Path.Combine(folder, Program)) ? Path.Combine(folder, Program) : null;

    // The version that is tested first, else the newest.
    private static string? InCache(string cache)
    {
        var package = Path.Combine(cache, PackageId.ToLowerInvariant());
        if (!Directory.Exists(package)) return null;
        return Directory.EnumerateDirectories(package)
            .OrderByDescending(folder => Path.GetFileName(folder) == Version)
            .ThenByDescending(folder => OrderOf(Path.GetFileName(folder)))
            .Select(folder => FileIn(Path.Combine(folder, "tools")))
            .FirstOrDefault(found => found is not null);
    }

    private static Version OrderOf(string text) => System.Version.TryParse(text.Split('-')[0], out var version) ? version : new Version(0, 0);
}

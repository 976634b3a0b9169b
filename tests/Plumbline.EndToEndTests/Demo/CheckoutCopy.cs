using System.Runtime.CompilerServices;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.EndToEndTests.Demo;

/// <summary>A copy of the checkout's documents in a folder of its own, and the CLI run on it in this process.</summary>
internal sealed class CheckoutCopy : IDisposable
{
    private static readonly string[] Parts = ["generator/catalog", "definitions", "initiative", "tests/resources/estate"];

    public CheckoutCopy()
    {
        foreach (var part in Parts) Copy(Path.Combine(SourceRoot, part), Path.Combine(Root, part));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("plumbline-").FullName;

    /// <summary>The checkout the tests were built from.</summary>
    public static string SourceRoot { get; } = FindRoot();

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 200), world, Root, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }

    private static string FindRoot([CallerFilePath] string sourceFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile) ?? ".", "..", "..", ".."));
}

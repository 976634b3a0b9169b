using System.Diagnostics;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Exchange.Bicep;
using Plumbline.Exchange.Model;
using Plumbline.Planning.Plans;

namespace Plumbline.PlanningTests.Exchange.Bicep;

/// <summary>An exported folder, compiled with Microsoft's own compiler.</summary>
internal sealed class BicepFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plumbline-bicep-");

    public static BicepFolder Of(DeploymentPlan plan)
    {
        var export = BicepExporter.Export(plan);
        Assert.Equal([], export.Diagnostics.Select(diagnostic => diagnostic.Message));
        return Of([.. export.Files]);
    }

    public static BicepFolder Of(params ReadOnlySpan<ExchangeFile> files)
    {
        var made = new BicepFolder();
        foreach (var file in files)
        {
            var path = Path.Combine(made.folder.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            File.WriteAllText(path, file.Text);
        }

        return made;
    }

    /// <summary>The compiled template, and what the compiler has to say.</summary>
    public (string Template, string Remarks) Build()
    {
        var program = BicepTool.Find() ?? throw new InvalidOperationException("Bicep is not restored: scripts/restore-bicep");
        var start = new ProcessStartInfo(program, ["build", "main.bicep", "--outfile", "main.json"]) { WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Bicep does not start.");
        var remarks = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var compiled = Path.Combine(folder.FullName, "main.json");
        return (File.Exists(compiled) ? File.ReadAllText(compiled) : "", (remarks.Result + output).Trim());
    }

    public void Dispose() => folder.Delete(recursive: true);
}

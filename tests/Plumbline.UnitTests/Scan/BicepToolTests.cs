using Plumbline.Cli.Scanning.Bicep;

namespace Plumbline.UnitTests.Scan;

/// <summary>Where the Bicep command-line interface is looked for.</summary>
public sealed class BicepToolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Program_is_restored() => Assert.True(BicepTool.Find() is not null, $"{BicepTool.PackageId} {BicepTool.Version} is not restored");

    [Fact]
    public void Program_is_found_by_variable_path_and_cache()
    {
        Write("cache/azure.bicep.commandline.linux-x64/0.49.2/tools/bicep", "");
        Write("path/bicep", "");
        string? Find(params (string, string)[] variables) => BicepTool.Find(name => variables.FirstOrDefault(variable => variable.Item1 == name).Item2 is { } value ? Path.Combine(folder, value) : null);
        if (BicepTool.PackageId != "Azure.Bicep.CommandLine.linux-x64") return;

        Assert.Equal(Path.Combine(folder, "path", "bicep"), Find(("BICEP_PATH", "path/bicep"), ("NUGET_PACKAGES", "cache")));
        Assert.Equal(Path.Combine(folder, "path", "bicep"), Find(("PATH", "path"), ("NUGET_PACKAGES", "cache")));
        Assert.EndsWith("0.49.2/tools/bicep", Find(("PATH", "none"), ("NUGET_PACKAGES", "cache")), StringComparison.Ordinal);
        Assert.Null(Find(("BICEP_PATH", "none"), ("PATH", "path"), ("NUGET_PACKAGES", "cache")));
        Assert.Null(Find(("PATH", "none"), ("NUGET_PACKAGES", "none")));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }
}

using Plumbline.Cli.Files;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Terraform;

namespace Plumbline.Cli.Scanning;

/// <summary>A Terraform plan as an input.</summary>
internal static class TerraformInput
{
    /// <summary>The input; it is read when it is opened.</summary>
    public static ScanInput Of(string folder, string path)
    {
        var read = new Lazy<ResourceBatch>(() => LooseFile.Read(folder, path, out var problem) is { } source
            ? PlanReader.Read(source)
            : new ResourceBatch([], [.. new[] { problem }.OfType<Diagnostic>()], 0));
        return new(path, InputKind.TerraformPlan, 0, () => [read.Value]);
    }
}

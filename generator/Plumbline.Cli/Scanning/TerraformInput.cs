using System.Text;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Terraform;

namespace Plumbline.Cli.Scanning;

/// <summary>A Terraform plan as an input.</summary>
internal static class TerraformInput
{
    // Plans of thousands of resources have tens of megabytes.
    private const long MaximumBytes = 1L << 30;

    /// <summary>The input; it is read when it is opened.</summary>
    public static ScanInput Of(string folder, string path)
    {
        var read = new Lazy<ResourceBatch>(() => Read(Path.Combine(folder, path), path));
        return new(path, InputKind.TerraformPlan, 0, () => [read.Value]);
    }

    private static ResourceBatch Read(string full, string path) => new FileInfo(full).Length > MaximumBytes
        ? new([], [DiagnosticCatalog.TerraformPlanInvalid(new SourceLocation(path), $"it is larger than {MaximumBytes} bytes")], 0)
        : PlanReader.Read(Utf8(File.ReadAllBytes(full)), path);

    // A redirection in Windows PowerShell writes UTF-16, or UTF-8 with a mark.
    private static ReadOnlyMemory<byte> Utf8(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        _ => bytes,
    };
}

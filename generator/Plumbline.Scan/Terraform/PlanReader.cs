using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Terraform;

/// <summary>Reads a Terraform plan.</summary>
public static class PlanReader
{
    /// <summary>The resources.</summary>
    public static ResourceBatch Read(SourceText source) => new([], [DiagnosticCatalog.TerraformPlanInvalid(new SourceLocation(source.File), "not yet")], 0);
}

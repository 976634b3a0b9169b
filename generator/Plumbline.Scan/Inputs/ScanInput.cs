namespace Plumbline.Scan.Inputs;

/// <summary>Something that holds resources: a template, a plan, an inventory.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Its size in bytes, for progress; 0 when that is not known.</param>
/// <param name="Open">Reads it from the start; may be called again.</param>
public sealed record ScanInput(string Path, InputKind Kind, long Length, Func<IEnumerable<ResourceBatch>> Open);

/// <summary>What an input is.</summary>
public enum InputKind
{
    /// <summary>Resources that exist, as a list of JSON objects.</summary>
    Inventory,

    /// <summary>An ARM template.</summary>
    Template,

    /// <summary>A Bicep file or a Bicep parameters file.</summary>
    Bicep,

    /// <summary>A Terraform plan as JSON.</summary>
    TerraformPlan,
}

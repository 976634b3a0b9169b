namespace Plumbline.Scan.Inputs;

/// <summary>A resource to be evaluated.</summary>
/// <param name="Utf8">The resource as JSON text in ARM's shape.</param>
/// <param name="Header">What its identity properties say.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="IsPlanned">Whether it is about to be deployed: values of it may be expressions that are not known yet.</param>
public sealed record ScannedResource(ReadOnlyMemory<byte> Utf8, ResourceHeader Header, ResourceOrigin Origin, bool IsPlanned = false)
{
    /// <summary>What the resource is called in reports: the resource id, or what stands for it while it has none.</summary>
    public string Label { get; init; } = Header.Label;

    /// <summary>Whether it is a change of a resource that exists: what is not in it stays as it is, and is not known.</summary>
    public bool IsPatch { get; init; }
}

using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Inputs;

/// <summary>Where a resource was declared.</summary>
/// <param name="Location">The file, and the line of the resource.</param>
public record ResourceOrigin(SourceLocation Location)
{
    /// <summary>Where a property of the resource was given; the place of the resource when that is not known.</summary>
    /// <param name="path">The path from the root of the resource, such as <c>properties.template.containers[0].image</c>.</param>
    public virtual SourceLocation PropertyAt(string path) => Location;
}

using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Templates;

/// <summary>Finds the resources of an ARM template in its file.</summary>
public static class ArmOrigins
{
    /// <summary>The place of a declaration.</summary>
    /// <param name="file">The template.</param>
    /// <param name="resource">The declaration.</param>
    public static ResourceOrigin Of(string file, TemplateResource resource) => new ArmOrigin(file, resource);
}

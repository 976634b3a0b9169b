namespace Plumbline.Generation.Yaml;

/// <summary>How large a YAML text may be: far beyond any catalog, small enough that no text can exhaust the process.</summary>
/// <param name="Characters">UTF-16 units of the text.</param>
/// <param name="Depth">Nested collections.</param>
/// <param name="Nodes">Scalars and collections.</param>
public sealed record YamlLimits(int Characters, int Depth, int Nodes)
{
    /// <summary>The limits of Plumbline's own documents.</summary>
    public static YamlLimits Default { get; } = new(4 * 1024 * 1024, 64, 200_000);
}

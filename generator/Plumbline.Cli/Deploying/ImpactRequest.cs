using System.Collections.Immutable;

namespace Plumbline.Cli.Deploying;

/// <summary>Which resources the impact of a plan is computed over.</summary>
/// <param name="Paths">Templates and inventories, as <c>scan</c> takes them.</param>
/// <param name="ResourceGraph">Whether the resources of the environment are read from Azure Resource Graph.</param>
internal sealed record ImpactRequest(ImmutableArray<string> Paths, bool ResourceGraph)
{
    /// <summary>Whether there is anything to compute.</summary>
    public bool IsEmpty => Paths.IsEmpty && !ResourceGraph;
}

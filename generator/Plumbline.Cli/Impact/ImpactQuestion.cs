using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Impact;

/// <summary>What the impact of a plan is computed from.</summary>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Live">What it was made from.</param>
/// <param name="Documents">The committed documents; their copies of built-ins are used where the endpoint's are not known.</param>
/// <param name="Paths">Bicep files, ARM templates, Terraform plans and inventories, or folders of them: everything that <c>scan</c> reads.</param>
/// <param name="Now">The time of the run.</param>
internal sealed record ImpactQuestion(string Folder, DeploymentPlan Plan, LiveState Live, PolicyDocuments Documents, ImmutableArray<string> Paths, DateTimeOffset Now)
{
    /// <summary>Resources that were read from the endpoint, or null.</summary>
    public ImpactInventory? Inventory { get; init; }

    /// <summary>The catalogue of aliases, as <c>--aliases</c> names it; null for the one of the program.</summary>
    public string? Aliases { get; init; }
}

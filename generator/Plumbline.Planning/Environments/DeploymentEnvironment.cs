using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Environments;

/// <summary>A place that policies are deployed to, and everything that is to be there.</summary>
/// <param name="Name">The key in the configuration; with <paramref name="OwnerId"/> it tells which objects belong to this deployment.</param>
/// <param name="Cloud">As the Azure CLI names it: AzureCloud, AzureUSGovernment, AzureChinaCloud; Local for an endpoint on this machine.</param>
/// <param name="TenantId">The tenant, or null when the credential decides.</param>
/// <param name="DefinitionScope">The subscription or management group that holds definitions and initiatives, as a resource id.</param>
/// <param name="OwnerId">A GUID in lower case; what it marks is ours.</param>
/// <param name="At">Where it is configured.</param>
public sealed record DeploymentEnvironment(string Name, string Cloud, string? TenantId, string DefinitionScope, string OwnerId, SourceLocation At)
{
    /// <summary>What is assigned, in the order of the file.</summary>
    public ImmutableArray<AssignmentDeclaration> Assignments { get; init; } = [];

    /// <summary>What is exempt, in the order of the files.</summary>
    public ImmutableArray<ExemptionDeclaration> Exemptions { get; init; } = [];

    /// <summary>The steps of a rollout, the first the smallest; none when everything is rolled out at once.</summary>
    public ImmutableArray<RolloutRing> Rings { get; init; } = [];

    /// <summary>The name of the ring that is rolled out now; null without rings.</summary>
    public string? Ring { get; init; }

    /// <summary>What a plan may not do.</summary>
    public DeploymentGuards Guards { get; init; } = DeploymentGuards.Default;

    /// <summary>The ring that is rolled out now, or null.</summary>
    public RolloutRing? CurrentRing => Rings.FirstOrDefault(ring => ring.Name == Ring);
}

using System.Collections.Immutable;

namespace Plumbline.Planning.Operate;

/// <summary>What is to be remediated, and how.</summary>
/// <param name="Policies">Which policies.</param>
public sealed record RemediationChoices(PolicyChoice Policies)
{
    /// <summary>The most resources of one remediation, Azure's limit: Azure's own default is 500, which leaves the rest alone in silence.</summary>
    public const int MaximumResources = 50_000;

    /// <summary>The most deployments at a time, Azure's limit.</summary>
    public const int MaximumParallel = 30;

    /// <summary>Where resources have to be; empty for everywhere.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    /// <summary>The ids of the only resources to change; empty for all that do not comply.</summary>
    public ImmutableArray<string> ResourceIds { get; init; } = [];

    /// <summary>Whether resources are evaluated again first; else the last evaluation tells which do not comply.</summary>
    public bool ReEvaluates { get; init; }

    /// <summary>The most resources of one task.</summary>
    public int ResourceCount { get; init; } = MaximumResources;

    /// <summary>The most deployments at a time; null leaves it to Azure (10).</summary>
    public int? Parallel { get; init; }

    /// <summary>The share of failures, 0 to 1, above which a task ends; null for none.</summary>
    public decimal? FailureThreshold { get; init; }
}

using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Findings;

/// <summary>A resource that violates a policy, or of which nobody can say.</summary>
/// <param name="State">What was found.</param>
/// <param name="Policy">The policy, in the report's list.</param>
/// <param name="ResourceId">The resource id; without one the type and the name.</param>
/// <param name="ResourceType">The full type.</param>
/// <param name="Effect">The effect after parameters, by its canonical name.</param>
/// <param name="Message">Why, in one line: the conditions that decided, or what is missing.</param>
/// <param name="Location">The file, and the line of the property that decided or of the resource.</param>
public sealed record ScanFinding(FindingState State, FindingPolicy Policy, string ResourceId, string ResourceType, string Effect, string Message, SourceLocation Location)
{
    /// <summary>What <c>modify</c> or <c>append</c> would change.</summary>
    public ImmutableArray<PropertyChange> Changes { get; init; } = [];

    /// <summary>What <c>deployIfNotExists</c> would deploy: type and name of each resource as its template has them.</summary>
    public ImmutableArray<string> Deployments { get; init; } = [];

    /// <summary>What tells this finding from others, whatever the lines are: the resource, the policy and its reference.</summary>
    public FindingKey Key => new(ResourceId.ToLowerInvariant(), Policy.Name.ToLowerInvariant(), Policy.ReferenceId);
}

/// <summary>What makes two findings of different runs the same.</summary>
/// <param name="ResourceId">The resource id in lower case.</param>
/// <param name="DefinitionId">The definition's name in lower case: the id differs with the scope it is deployed to.</param>
/// <param name="ReferenceId">The member of the initiative; empty without one.</param>
public sealed record FindingKey(string ResourceId, string DefinitionId, string ReferenceId);

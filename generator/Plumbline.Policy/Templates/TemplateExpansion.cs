using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>What a template means for one deployment.</summary>
/// <param name="Place">The scope that it is deployed to.</param>
/// <param name="Parameters">The parameters with their values, in the order of the template.</param>
/// <param name="Resources">The resources in an order in which they can be written: what one depends on stands before it. Those whose condition is false are left out.</param>
/// <param name="Problems">Why it cannot be deployed; empty when it can.</param>
public sealed record TemplateExpansion(
    DeploymentPlace Place, ImmutableArray<BoundParameter> Parameters, ImmutableArray<PlannedResource> Resources, ImmutableArray<TemplateProblem> Problems)
{
    internal TemplateOutputs? Declared { get; init; }

    /// <summary>The outputs: <c>{ name: { type, value } }</c>; a secure one has no value.</summary>
    /// <param name="world">The resources that they may refer to.</param>
    public (ObjectValue Outputs, TemplateProblem? Problem) Outputs(IDeploymentWorld world) => Declared?.Evaluate(world) ?? (new ObjectValue([]), null);

    internal static TemplateExpansion Failed(DeploymentPlace place, params ImmutableArray<TemplateProblem> problems) => new(place, [], [], problems);
}

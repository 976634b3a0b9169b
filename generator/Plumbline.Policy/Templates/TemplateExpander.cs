using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>
/// Expands Azure Resource Manager templates: parameters, variables, functions, loops, conditions, symbolic names and deployments inside the deployment, in the words and
/// with the limits of ARM. Pure: what the template may ask of the world is passed in.
/// </summary>
public static class TemplateExpander
{
    // ARM's limit for one template.
    private const int MaximumResources = 800;

    /// <summary>What the template means for a deployment.</summary>
    /// <param name="template">The template.</param>
    /// <param name="given">The values of its parameters.</param>
    /// <param name="place">Where it is deployed.</param>
    /// <param name="facts">What it may ask about the deployment.</param>
    /// <param name="world">The resources that exist.</param>
    public static TemplateExpansion Expand(
        ObjectValue template, ImmutableDictionary<string, ParameterInput> given, DeploymentPlace place, DeploymentFacts facts, IDeploymentWorld world)
    {
        var names = new TemplateNames(template, given.WithComparers(StringComparer.OrdinalIgnoreCase));
        var frame = new TemplateFrame(names, place, facts, world, TemplateStage.Body, new EvaluationTrace());
        return Expand(template, given, frame, place);
    }

    /// <summary>Expands a template whose names are evaluated in <paramref name="frame"/>.</summary>
    internal static TemplateExpansion Expand(ObjectValue template, ImmutableDictionary<string, ParameterInput> given, TemplateFrame frame, DeploymentPlace target)
    {
        if (TemplateShape.Problem(template) is { } misshapen) return TemplateExpansion.Failed(target, TemplateProblem.Invalid(misshapen));
        var (parameters, unbound) = ParameterBinder.BindAll(frame.Names, frame, given);
        if (!unbound.IsEmpty) return TemplateExpansion.Failed(target, [.. unbound.Take(1)]) with { Parameters = parameters };
        var reader = new ResourceReader(frame, target);
        var (resources, problem) = reader.Read(template["resources"]);
        if (problem is not null) return TemplateExpansion.Failed(target, problem) with { Parameters = parameters };
        if (resources.Count > MaximumResources)
            return TemplateExpansion.Failed(target, TemplateProblem.Invalid($"The number of template resources limit exceeded. Limit: {MaximumResources} and actual: {resources.Count}. Please see https://aka.ms/arm-syntax-resources for usage details."));
        var known = ResourceNames.Of(resources);
        var (ordered, circle) = new DependencyOrder(known, reader.LeftOut, frame.World).Sort([.. resources.Select(resource => resource.Knowing(known))]);
        var outputs = new TemplateOutputs(template["outputs"] as ObjectValue ?? new ObjectValue([]), frame with { Resources = known });
        return new TemplateExpansion(target, parameters, ordered, circle is null ? [] : [circle]) { Declared = outputs };
    }
}

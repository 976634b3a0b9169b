using System.Collections.Immutable;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>A resource of type <c>Microsoft.Resources/deployments</c>: a template inside the template.</summary>
internal static class NestedDeployment
{
    /// <summary>The template of the deployment, expanded at its own scope.</summary>
    /// <param name="resource">The deployment.</param>
    /// <param name="properties">Its properties, as declared.</param>
    /// <param name="frame">What the outer template sees.</param>
    public static TemplateExpansion Expand(PlannedResource resource, ObjectValue properties, TemplateFrame frame)
    {
        if (properties["templateLink"] is ObjectValue link)
            return TemplateExpansion.Failed(resource.Target, LinkRefused(link, frame));
        if (properties["template"] is not ObjectValue template)
            return TemplateExpansion.Failed(resource.Target, TemplateProblem.Invalid($"The deployment '{resource.Name}' has neither 'template' nor 'templateLink'."));
        var isInner = properties["expressionEvaluationOptions"] is ObjectValue options && options["scope"] is TextValue scope && ResourceIds.Is(scope.Value, "inner");
        if (isInner) return Inner(resource, properties, template, frame);
        // The outer template's expressions are evaluated first, all over the inner one; what they leave, such as "[[parameters('x')]", is the inner one's own.
        return TemplateEvaluator.Evaluate(template, frame with { World = new EarlierWorld(frame.World) }) switch
        {
            ObjectValue evaluated => Inner(resource, properties, evaluated, frame),
            FailedValue failed => TemplateExpansion.Failed(resource.Target, TemplateProblem.Failed(resource.Subject, failed)),
            _ => TemplateExpansion.Failed(resource.Target, TemplateProblem.Invalid($"The template of deployment '{resource.Name}' is no object.")),
        };
    }

    private static TemplateExpansion Inner(PlannedResource resource, ObjectValue properties, ObjectValue template, TemplateFrame frame)
    {
        var given = ImmutableDictionary.CreateBuilder<string, ParameterInput>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, declared) in (properties["parameters"] as ObjectValue ?? new ObjectValue([])).Properties)
        {
            var (input, problem) = Given(resource, name, declared, frame);
            if (input is null) return TemplateExpansion.Failed(resource.Target, problem ?? TemplateProblem.Invalid(name));
            given[name] = input;
        }

        var facts = frame.Facts with
        {
            Name = resource.Name,
            Mode = properties["mode"] is TextValue mode ? mode.Value : "Incremental",
            Location = resource.Target.Level == TemplateLevel.ResourceGroup ? null : frame.Facts.Location,
        };
        var inside = new TemplateFrame(new TemplateNames(template, given.ToImmutable()), resource.Target, facts, frame.World, TemplateStage.Body, frame.Trace);
        return frame.Trace.Deeper(() => TemplateExpander.Expand(template, given.ToImmutable(), inside, resource.Target)) ?? TooDeep(resource);
    }

    // Values are taken as they are, secrets too: the inner template decides what it makes of them.
    private static (ParameterInput? Input, TemplateProblem? Problem) Given(PlannedResource resource, string name, PolicyValue declared, TemplateFrame frame)
    {
        var (evaluated, isSecret) = frame.Trace.Watch(() => TemplateEvaluator.Evaluate(declared, frame with { Masks = false }));
        if (evaluated is FailedValue failed) return (null, TemplateProblem.Failed(resource.Subject, failed));
        if (evaluated is not ObjectValue { } input || input["value"] is UndefinedValue)
            return (null, new TemplateProblem("InvalidDeploymentParameterValue", $"The value of deployment parameter '{name}' is null. Please specify the value or use the parameter reference. See https://aka.ms/arm-create-parameter-file for usage details."));
        var isOpen = declared is ObjectValue { } written && written["value"] is TextValue source && TemplateText.IsExpression(source.Value);
        var unknown = isOpen && input["value"] is TextValue text && TemplateText.IsExpression(text.Value) ? text.Value[1..^1] : null;
        return (new ParameterInput(input["value"]) { IsSecret = isSecret, UnknownText = unknown }, null);
    }

    private static TemplateProblem LinkRefused(ObjectValue link, TemplateFrame frame)
    {
        var uri = TemplateEvaluator.Evaluate(link["uri"], frame) is TextValue text ? text.Value : (link["id"] as TextValue)?.Value ?? "";
        return new TemplateProblem("InvalidContentLink", $"Unable to download deployment content from '{uri}': this endpoint reads nothing from a network. Put the template into 'properties.template'. Please see https://aka.ms/arm-deploy for usage details.");
    }

    private static TemplateExpansion TooDeep(PlannedResource resource) =>
        TemplateExpansion.Failed(resource.Target, TemplateProblem.Invalid($"The deployment '{resource.Name}' is nested deeper than this endpoint follows."));

    // What the inner template will have written is not there when the outer one is evaluated.
    private sealed class EarlierWorld(IDeploymentWorld world) : IDeploymentWorld
    {
        public bool IsFinal => false;

        public ObjectValue? Resource(string id) => world.Resource(id);
    }
}

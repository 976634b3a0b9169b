using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>Reads the resources of a template: loops are run, conditions decided, names, types and scopes made to ids.</summary>
/// <param name="frame">What the expressions see.</param>
/// <param name="target">Where the resources go.</param>
internal sealed class ResourceReader(TemplateFrame frame, DeploymentPlace target)
{
    private readonly List<PlannedResource> resources = [];
    private readonly HashSet<string> leftOut = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names and ids of resources that the template declares and the deployment leaves out; what depends on them waits for nothing.</summary>
    public IReadOnlySet<string> LeftOut => leftOut;

    /// <summary>The resources in the order of the template, or what is wrong with the first that is wrong.</summary>
    public (List<PlannedResource> Resources, TemplateProblem? Problem) Read(PolicyValue declared)
    {
        var members = declared switch
        {
            ObjectValue named => named.Properties.Select(property => ((string?)property.Key, property.Value)),
            ArrayValue listed => listed.Items.Select(item => ((string?)null, item)),
            _ => [],
        };
        foreach (var (symbol, member) in members)
        {
            if (member is not ObjectValue declaration) return (resources, TemplateProblem.Invalid("Every member of the template 'resources' must be an object."));
            if (Read(declaration, symbol, null, frame) is { } problem) return (resources, problem);
        }

        return (resources, null);
    }

    private TemplateProblem? Read(ObjectValue declaration, string? symbol, (string Type, string Name)? parent, TemplateFrame outer)
    {
        var header = outer with { Stage = TemplateStage.Header, Masks = false };
        if (declaration["copy"] is not ObjectValue loop) return One(declaration, symbol, null, parent, header);
        var name = (loop["name"] as TextValue)?.Value ?? symbol ?? "";
        var (count, failure) = CopyLoop.Count(loop, header);
        if (failure is not null) return Wrong(declaration, failure);
        if (count == 0) leftOut.Add(name);
        for (var index = 0; index < count; index++)
        {
            if (One(declaration, symbol, name, parent, header.In(name, index, isInnermost: true)) is { } problem) return problem;
        }

        return null;
    }

    private TemplateProblem? One(ObjectValue declaration, string? symbol, string? loop, (string Type, string Name)? parent, TemplateFrame inside)
    {
        var condition = declaration["condition"] is UndefinedValue ? BooleanValue.Of(true) : TemplateEvaluator.Evaluate(declaration["condition"], inside);
        if (condition is FailedValue failed) return Wrong(declaration, failed);
        if (condition is not BooleanValue isWanted) return Wrong(declaration, new FailedValue("The condition is not a boolean. Please see https://aka.ms/arm-conditional-deployment for usage details."));
        var (header, problem) = new ResourceHeaders(inside, target).Read(declaration, symbol, loop, parent);
        if (!isWanted.Value) return LeaveOut(header, symbol, loop);
        if (header is null) return problem;
        var place = target;
        if (ResourceIds.Is(header.Type, ResourceIds.DeploymentType))
        {
            var (nested, misplaced) = new ResourceHeaders(inside, target).PlaceOfDeployment(declaration);
            if (nested is null) return misplaced;
            place = nested;
        }

        resources.Add(new PlannedResource(header, declaration, inside with { Stage = TemplateStage.Body, Masks = true }, place));
        return Children(declaration, header, inside);
    }

    private TemplateProblem? LeaveOut(ResourceHeader? header, string? symbol, string? loop)
    {
        leftOut.UnionWith(new[] { symbol, loop, header?.Name, header is null ? null : ResourceIds.Normalize(header.Id) }.OfType<string>());
        return null;
    }

    private TemplateProblem? Children(ObjectValue declaration, ResourceHeader header, TemplateFrame inside)
    {
        if (declaration["resources"] is not ArrayValue children) return null;
        return children.Items.OfType<ObjectValue>().Select(child => Read(child, null, (header.Type, header.Name), inside)).FirstOrDefault(problem => problem is not null);
    }

    private static TemplateProblem Wrong(ObjectValue declaration, FailedValue failure) =>
        TemplateProblem.Invalid($"The template resource '{(declaration["name"] as TextValue)?.Value}' is not valid: {failure.Reason}").From(failure);
}

using System.Collections.Frozen;
using Plumbline.Policy.Functions;

namespace Plumbline.Policy.Templates;

/// <summary>The functions of deployment templates: those that policy rules share, and their own.</summary>
internal static class TemplateFunctions
{
    private static readonly FrozenDictionary<string, TemplateFunction> Own =
        new[]
        {
            ResourceIdFunctions.All, ReferenceFunctions.All, DeploymentFunctions.All, LambdaFunctions.All, TemplateCollectionFunctions.All,
            TemplateDateFunctions.All, CidrFunctions.All,
        }
        .SelectMany(family => family)
        .ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    // In the table of policy rules, and of no use in a template.
    private static readonly FrozenSet<string> PolicyOnly =
        new[] { "field", "current", "policy", "requestContext", "claims", "ipRangeContains", "addDays" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> DefaultsOnly = new[] { "utcNow", "newGuid" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The function of a name, or null when templates have none.</summary>
    public static TemplateFunction? Find(string name)
    {
        if (Own.TryGetValue(name, out var own)) return own;
        if (ReferenceFunctions.IsList(name)) return ReferenceFunctions.List(name);
        return !PolicyOnly.Contains(name) && FunctionTable.TryFind(name, out var shared) ? shared : null;
    }

    /// <summary>Whether a function may be called at a stage.</summary>
    public static bool IsAllowed(string name, TemplateStage stage) => stage switch
    {
        TemplateStage.Default => !ReferenceFunctions.IsReference(name) && !ResourceIds.Is(name, "variables") && !ResourceIds.Is(name, "copyIndex"),
        TemplateStage.Header => !ReferenceFunctions.IsReference(name) && !DefaultsOnly.Contains(name),
        TemplateStage.Function => !ReferenceFunctions.IsReference(name) && !DefaultsOnly.Contains(name) && !ResourceIds.Is(name, "variables"),
        _ => !DefaultsOnly.Contains(name),
    };
}

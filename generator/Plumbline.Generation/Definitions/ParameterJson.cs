using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Catalog;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Definitions;

/// <summary>Writes parameters as Azure Policy declares them.</summary>
internal static class ParameterJson
{
    /// <summary>The parameter <c>effect</c>: the first effect is the default.</summary>
    public static JProperty Effect(ImmutableArray<string> effects) => new("effect", new JObject(
        new JProperty("type", "String"),
        new JProperty("metadata", new JObject(
            new JProperty("displayName", "Effect"),
            new JProperty("description", "What Azure Policy does about a resource that is not compliant."))),
        new JProperty("allowedValues", new JArray(effects)),
        new JProperty("defaultValue", effects.FirstOrDefault())));

    /// <summary>A parameter of the catalog.</summary>
    public static JProperty Of(CatalogParameter parameter)
    {
        var declaration = parameter.Declaration;
        var metadata = new JObject(new JProperty("displayName", declaration.DisplayName), new JProperty("description", declaration.Description));
        if (parameter.StrongType is { } strongType) metadata.Add("strongType", strongType);
        var json = new JObject(new JProperty("type", declaration.Type), new JProperty("metadata", metadata));
        if (!declaration.AllowedValues.IsEmpty) json.Add("allowedValues", new JArray(declaration.AllowedValues.Select(PolicyValueWriter.ToToken)));
        if (declaration.DefaultValue is { } value) json.Add("defaultValue", PolicyValueWriter.ToToken(value));
        return new JProperty(declaration.Name, json);
    }
}

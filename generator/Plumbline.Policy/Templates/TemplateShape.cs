using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>What makes an object a template at all.</summary>
internal static class TemplateShape
{
    private static readonly string[] Objects = ["parameters", "variables", "outputs", "definitions"];

    /// <summary>What is wrong, in the words of ARM's deserializer; null when nothing is.</summary>
    public static string? Problem(ObjectValue template)
    {
        foreach (var required in new[] { "$schema", "contentVersion", "resources" })
        {
            if (template[required] is UndefinedValue) return $"Required property '{required}' not found in JSON. Path '', line 1, position 1.";
        }

        if (template["$schema"] is not TextValue { Value: var schema } || !schema.Contains("eploymentTemplate.json", StringComparison.Ordinal))
            return "Template schema is not supported. Supported versions are '2014-04-01-preview,2015-01-01,2018-05-01,2019-04-01,2019-08-01'. Please see https://aka.ms/arm-template for usage details.";
        if (template["contentVersion"] is not TextValue) return "The template 'contentVersion' is not valid: it must be a string such as '1.0.0.0'.";
        if (template["resources"] is not (ArrayValue or ObjectValue)) return "The template 'resources' must be an array, or an object of symbolic names.";
        return Objects.FirstOrDefault(name => template[name] is not (UndefinedValue or ObjectValue)) is { } wrong ? $"The template '{wrong}' must be an object." : null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Templates;

/// <summary>The parameters of a template, and the values that a deployment gives them.</summary>
/// <param name="Declared">The parameters in the order of the template.</param>
public sealed record TemplateParameters(ImmutableArray<TemplateParameter> Declared)
{
    // A length that a template asks for is at most this long here; Azure's own limit for a parameter is higher than any sensible one.
    private const int MaximumLength = 4096;

    /// <summary>Whether a parameter of this name is declared.</summary>
    public bool Declares(string name) => Declared.Any(parameter => Is(parameter.Name, name));

    /// <summary>The parameters that need a value and have none. Secure ones need none: what depends on them is unknown anyway.</summary>
    public IEnumerable<string> Missing(ImmutableDictionary<string, PolicyValue> values) =>
        Declared.Where(parameter => parameter is { IsRequired: true, IsSecure: false } && !values.ContainsKey(parameter.Name)).Select(parameter => parameter.Name);

    /// <summary>A Bicep parameters file for a template.</summary>
    /// <param name="template">The relative path of the template.</param>
    /// <param name="values">The values by name; those of secure parameters are not written, something of the right length stands for them.</param>
    public string ToBicepParameters(string template, ImmutableDictionary<string, PolicyValue> values)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"using {Literal(template)}\n");
        foreach (var parameter in Declared)
        {
            if (parameter.IsSecure && (parameter.IsRequired || values.ContainsKey(parameter.Name))) Append(text, parameter.Name, Placeholder(parameter));
            else if (!parameter.IsSecure && values.TryGetValue(parameter.Name, out var value)) Append(text, parameter.Name, value);
        }

        return text.ToString();
    }

    internal static TemplateParameters Read(JObject template) => new(
        template["parameters"] is JObject parameters ? [.. parameters.Properties().Select(property => Read(property.Name, property.Value as JObject ?? [], template["definitions"] as JObject))] : []);

    private static TemplateParameter Read(string name, JObject declaration, JObject? definitions)
    {
        var target = Target(declaration, definitions, 0);
        var type = (string?)(target["type"] as JValue) ?? "";
        var isNullable = declaration["nullable"] is JValue { Value: true } || target["nullable"] is JValue { Value: true };
        var length = declaration["minLength"] is JValue { Value: long given } ? (int)Math.Clamp(given, 0, MaximumLength) : 0;
        return new(name, declaration["defaultValue"] is null && !isNullable, type.StartsWith("secure", StringComparison.OrdinalIgnoreCase), type.EndsWith("object", StringComparison.OrdinalIgnoreCase), length);
    }

    // A user-defined type: {"$ref": "#/definitions/name"}. One that leads in a circle ends somewhere.
    private static JObject Target(JObject declaration, JObject? definitions, int depth)
    {
        const string prefix = "#/definitions/";
        const int deepest = 16;
        return depth < deepest && declaration["$ref"] is JValue { Value: string reference } && reference.StartsWith(prefix, StringComparison.Ordinal) && definitions?[reference[prefix.Length..]] is JObject found
            ? Target(found, definitions, depth + 1)
            : declaration;
    }

    private static PolicyValue Placeholder(TemplateParameter parameter) =>
        parameter.IsObject ? PolicyValueReader.Object() : new TextValue(new string('x', Math.Max(1, parameter.MinimumLength)));

    private static void Append(StringBuilder text, string name, PolicyValue value) =>
        text.Append(CultureInfo.InvariantCulture, $"param {name} = {(value is NullValue ? "null" : $"json({Literal(PolicyValueWriter.ToCompactJson(value))})")}\n");

    private static string Literal(string text) => string.Concat(
        "'",
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("${", "\\${", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal),
        "'");

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

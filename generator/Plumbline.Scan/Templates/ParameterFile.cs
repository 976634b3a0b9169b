using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Templates;

/// <summary>
/// Values of parameters as files have them: ARM's <c>{parameters: {name: {value}}}</c>, and <c>{name: {value}}</c> or <c>{name: value}</c> as well.
/// </summary>
public static class ParameterFile
{
    /// <summary>The values by name without regard to case. A reference to a key vault gives no value.</summary>
    public static ParseResult<ImmutableDictionary<string, PolicyValue>> Read(SourceText source)
    {
        var (root, diagnostics) = PositionedJson.Parse(source);
        if (root is null) return new(null, diagnostics);
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        var isArm = root["parameters"] is JObject;
        foreach (var property in (root["parameters"] as JObject ?? root).Properties().Where(property => !property.Name.StartsWith('$')))
        {
            if (ValueOf(property.Value, isArm) is { } value) values[property.Name] = PolicyValueReader.FromToken(value);
        }

        return new(values.ToImmutable(), diagnostics);
    }

    private static JToken? ValueOf(JToken given, bool isArm) => given is JObject item && (item.ContainsKey("value") || (isArm && item.ContainsKey("reference")))
        ? item["value"]
        : given;
}

using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Reading;

/// <summary>Takes values from mappings whose form was checked. What is missing or of another kind was reported there, and reads as nothing here.</summary>
public static class YamlValues
{
    /// <summary>The text of a scalar; empty without one.</summary>
    public static string Text(this YamlMapping mapping, string key) => mapping.TextOrNull(key) ?? "";

    /// <summary>The text of a scalar, or null.</summary>
    public static string? TextOrNull(this YamlMapping mapping, string key) => (mapping[key] as YamlScalar)?.Text;

    /// <summary>The mapping at a key; an empty one without.</summary>
    public static YamlMapping Mapping(this YamlMapping mapping, string key) => mapping.MappingOrNull(key) ?? new YamlMapping([], mapping.LocationOf(key));

    /// <summary>The mapping at a key, or null.</summary>
    public static YamlMapping? MappingOrNull(this YamlMapping mapping, string key) => mapping[key] as YamlMapping;

    /// <summary>The mappings of a list.</summary>
    public static IEnumerable<YamlMapping> Mappings(this YamlMapping mapping, string key) => (mapping[key] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    /// <summary>The texts of a list, or the one text.</summary>
    public static ImmutableArray<string> Texts(this YamlMapping mapping, string key) => mapping[key] switch
    {
        YamlSequence list => [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)],
        YamlScalar one => [one.Text],
        _ => [],
    };

    /// <summary>The value at a key, or null.</summary>
    public static PolicyValue? ValueOrNull(this YamlMapping mapping, string key) => mapping[key] is { } node ? Value(node) : null;

    /// <summary>The values of a list.</summary>
    public static ImmutableArray<PolicyValue> Values(this YamlMapping mapping, string key) =>
        mapping[key] is YamlSequence list ? [.. list.Items.Select(Value)] : [];

    /// <summary>The mapping at a key as a value; an empty object without.</summary>
    public static ObjectValue Object(this YamlMapping mapping, string key) => (ObjectValue)Value(mapping.Mapping(key));

    /// <summary>The value of a node.</summary>
    public static PolicyValue Value(YamlNode node)
    {
        JToken token = YamlJson.ToToken(node);
        return PolicyValueReader.FromToken(token);
    }
}

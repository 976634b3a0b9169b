using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Values;

namespace Plumbline.Generation.Reading;

/// <summary>Takes values from mappings whose form was checked. What is missing or of another kind was reported there, and reads as nothing here.</summary>
internal static class YamlValues
{
    public static string Text(this YamlMapping mapping, string key) => mapping.TextOrNull(key) ?? "";

    public static string? TextOrNull(this YamlMapping mapping, string key) => (mapping[key] as YamlScalar)?.Text;

    public static YamlMapping Mapping(this YamlMapping mapping, string key) => mapping.MappingOrNull(key) ?? new YamlMapping([], mapping.LocationOf(key));

    public static YamlMapping? MappingOrNull(this YamlMapping mapping, string key) => mapping[key] as YamlMapping;

    public static IEnumerable<YamlMapping> Mappings(this YamlMapping mapping, string key) => (mapping[key] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    public static ImmutableArray<string> Texts(this YamlMapping mapping, string key) => mapping[key] switch
    {
        YamlSequence list => [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)],
        YamlScalar one => [one.Text],
        _ => [],
    };

    public static PolicyValue? ValueOrNull(this YamlMapping mapping, string key) => mapping[key] is { } node ? Value(node) : null;

    public static ImmutableArray<PolicyValue> Values(this YamlMapping mapping, string key) =>
        mapping[key] is YamlSequence list ? [.. list.Items.Select(Value)] : [];

    public static ObjectValue Object(this YamlMapping mapping, string key) => (ObjectValue)Value(mapping.Mapping(key));

    private static PolicyValue Value(YamlNode node)
    {
        JToken token = YamlJson.ToToken(node);
        return PolicyValueReader.FromToken(token);
    }
}

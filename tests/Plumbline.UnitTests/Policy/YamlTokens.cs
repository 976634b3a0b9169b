using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>Reads YAML nodes as JSON, plain scalars by the core schema.</summary>
internal static class YamlTokens
{
    public static JToken ToToken(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JObject(mapping.Select(entry => new JProperty(Text(entry.Key), ToToken(entry.Value)))),
        YamlSequenceNode sequence => new JArray(sequence.Select(ToToken)),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => new JValue(scalar.Value),
        _ => throw new InvalidOperationException($"Unexpected YAML node at {node.Start}."),
    };

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static JValue Plain(string text) => text switch
    {
        "" or "~" or "null" => JValue.CreateNull(),
        "true" => new JValue(true),
        "false" => new JValue(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new JValue(integer),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(text),
    };
}

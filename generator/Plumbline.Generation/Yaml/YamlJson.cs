using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Plumbline.Generation.Yaml;

/// <summary>Turns YAML nodes into JSON. The token at a YAML path stands at the same path below the converted node.</summary>
public static class YamlJson
{
    /// <summary>The JSON value of <paramref name="node"/>; a refused node becomes null.</summary>
    public static JToken ToToken(YamlNode node) => node switch
    {
        YamlMapping mapping => new JObject(mapping.Entries.Select(entry => new JProperty(entry.Key.Text, ToToken(entry.Value)))),
        YamlSequence sequence => new JArray(sequence.Items.Select(ToToken)),
        YamlScalar scalar => ToValue(scalar),
        _ => JValue.CreateNull(),
    };

    private static JValue ToValue(YamlScalar scalar) => scalar.Kind switch
    {
        YamlScalarKind.Boolean => new JValue(bool.Parse(scalar.Text)),
        YamlScalarKind.Integer => new JValue(long.Parse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
        YamlScalarKind.Float => new JValue(double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        YamlScalarKind.Null => JValue.CreateNull(),
        _ => JValue.CreateString(scalar.Text),
    };
}

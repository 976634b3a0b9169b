using System.Globalization;
using Newtonsoft.Json.Linq;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Configuration;

/// <summary>Gives JSON the form in which shapes are checked, with its positions.</summary>
internal static class JsonNodes
{
    /// <summary>The mapping of an object that was read with positions.</summary>
    public static YamlMapping Mapping(string file, JObject item) =>
        new([.. item.Properties().Select(property => new YamlEntry(new YamlScalar(property.Name, YamlScalarKind.Text, PositionedJson.LocationOf(file, property)), Node(file, property.Value)))], PositionedJson.LocationOf(file, item));

    private static YamlNode Node(string file, JToken token) => token switch
    {
        JObject item => Mapping(file, item),
        JArray list => new YamlSequence([.. list.Select(item => Node(file, item))], PositionedJson.LocationOf(file, list)),
        JValue { Value: string text } => Scalar(file, token, text, YamlScalarKind.Text),
        JValue { Value: bool flag } => Scalar(file, token, flag ? "true" : "false", YamlScalarKind.Boolean),
        JValue { Value: long number } => Scalar(file, token, number.ToString(CultureInfo.InvariantCulture), YamlScalarKind.Integer),
        JValue { Value: double number } => Scalar(file, token, number.ToString("R", CultureInfo.InvariantCulture), YamlScalarKind.Float),
        _ => Scalar(file, token, "null", YamlScalarKind.Null),
    };

    private static YamlScalar Scalar(string file, JToken token, string text, YamlScalarKind kind) => new(text, kind, PositionedJson.LocationOf(file, token));
}

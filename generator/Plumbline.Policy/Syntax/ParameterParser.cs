using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads the <c>parameters</c> that a definition or an initiative declares.</summary>
internal sealed class ParameterParser(DocumentReader document)
{
    private static readonly string[] Types = ["String", "Array", "Object", "Boolean", "Integer", "Float", "DateTime"];

    public ImmutableArray<PolicyParameter> Parse(JToken? token)
    {
        if (token is null or { Type: JTokenType.Null } || document.Object(token, "'parameters'") is not { } item) return [];
        return [.. document.Members(item).Values.Select(Parse).OfType<PolicyParameter>()];
    }

    private PolicyParameter? Parse(JProperty property)
    {
        if (document.Object(property.Value, $"parameter '{property.Name}'") is not { } item) return null;
        var members = document.Members(item, _ => false);
        foreach (var repeated in PositionedJson.RepeatedKeys(item))
            document.Report(DiagnosticCatalog.RepeatedKeyIgnored(document.At(item) with { Span = repeated.Span }, repeated.Name));
        var metadata = members.GetValueOrDefault("metadata")?.Value as JObject;
        return new PolicyParameter(
            property.Name,
            TypeOf(item, members, property.Name),
            members.TryGetValue("defaultValue", out var value) && value.Value.Type != JTokenType.Null ? PolicyValueReader.FromToken(value.Value) : null,
            AllowedValues(members),
            MetadataText(metadata, "displayName"),
            MetadataText(metadata, "description"),
            document.At(property));
    }

    private string TypeOf(JObject item, Dictionary<string, JProperty> members, string name)
    {
        if (!members.TryGetValue("type", out var type))
        {
            var assumed = TypeOfDefault(members.GetValueOrDefault("defaultValue")?.Value);
            document.Report(DiagnosticCatalog.ParameterTypeMissing(document.At(item), name, assumed));
            return assumed;
        }

        var written = document.Text(type.Value, $"the type of parameter '{name}'") ?? "String";
        var known = Types.FirstOrDefault(candidate => string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase));
        if (known is null) document.Report(DiagnosticCatalog.UnknownParameterType(document.At(type.Value), name, written, NearestName.Find(written, Types)));
        return known ?? written;
    }

    private static string TypeOfDefault(JToken? value) => value?.Type switch
    {
        JTokenType.Array => "Array",
        JTokenType.Object => "Object",
        JTokenType.Boolean => "Boolean",
        JTokenType.Integer => "Integer",
        JTokenType.Float => "Float",
        _ => "String",
    };

    private ImmutableArray<PolicyValue> AllowedValues(Dictionary<string, JProperty> members) =>
        members.TryGetValue("allowedValues", out var allowed) && allowed.Value.Type != JTokenType.Null && document.Array(allowed.Value, "'allowedValues'") is { } array
            ? [.. array.Select(PolicyValueReader.FromToken)]
            : [];

    private static string? MetadataText(JObject? metadata, string key) =>
        metadata?.GetValue(key, StringComparison.OrdinalIgnoreCase) is { Type: JTokenType.String } text ? text.Value<string>() : null;
}

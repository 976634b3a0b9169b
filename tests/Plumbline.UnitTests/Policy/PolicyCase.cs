using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy;

/// <summary>One case: a policy, what it is evaluated on, and what has to come out.</summary>
/// <param name="Policy">The definition: given whole, as a rule, as a condition with the effect Audit, or as a file of <c>tests/cases/policies</c>.</param>
/// <param name="Want">The expectation, member by member as the result is rendered.</param>
internal sealed record PolicyCase(
    string Note,
    JObject Policy,
    JObject Resource,
    JObject Parameters,
    JArray Related,
    JObject Context,
    string? ApiVersion,
    JToken? Aliases,
    JObject Want)
{
    private static readonly string[] Keys =
        ["note", "policy", "policyFile", "rule", "condition", "resource", "parameters", "related", "context", "apiVersion", "aliases", "want"];

    public static PolicyCase Read(YamlMappingNode node)
    {
        var item = (JObject)YamlTokens.ToToken(node);
        var note = (string?)item["note"] ?? throw new InvalidOperationException($"The case at {node.Start} has no note.");
        var unknown = item.Properties().Select(property => property.Name).Except(Keys).FirstOrDefault();
        if (unknown is not null) throw new InvalidOperationException($"'{note}' has the unknown key '{unknown}'.");
        var parameters = item["parameters"] as JObject ?? [];
        return new PolicyCase(
            note,
            PolicyOf(item, parameters),
            item["resource"] as JObject ?? [],
            parameters,
            item["related"] as JArray ?? [],
            item["context"] as JObject ?? [],
            (string?)item["apiVersion"],
            item["aliases"],
            item["want"] as JObject ?? throw new InvalidOperationException($"'{note}' wants nothing."));
    }

    public EvaluationInput Input() => new(
        ResourceDocument.Of(PolicyValueReader.FromToken(Resource)),
        ((ObjectValue)PolicyValueReader.FromToken(Parameters)).Properties.ToImmutableDictionary(),
        CaseContext.Read(Context, ApiVersion),
        new RelatedResourceList([.. Related.Select(related => ResourceDocument.Of(PolicyValueReader.FromToken(related)))]));

    private static JObject PolicyOf(JObject item, JObject parameters)
    {
        if (item["policy"] is JObject policy) return policy;
        if ((string?)item["policyFile"] is { } file) return JObject.Parse(File.ReadAllText(Path.Combine(CaseFile.Folder, "policies", file)));
        var rule = item["rule"] as JObject ?? new JObject(new JProperty("if", item["condition"]), new JProperty("then", new JObject(new JProperty("effect", "audit"))));
        var declared = parameters.Properties().Select(property => new JProperty(property.Name, new JObject(new JProperty("type", TypeOf(property.Value)))));
        return new JObject(new JProperty("mode", "All"), new JProperty("parameters", new JObject(declared)), new JProperty("policyRule", rule));
    }

    private static string TypeOf(JToken value) => value.Type switch
    {
        JTokenType.Array => "Array",
        JTokenType.Object => "Object",
        JTokenType.Integer => "Integer",
        JTokenType.Float => "Float",
        JTokenType.Boolean => "Boolean",
        _ => "String",
    };
}

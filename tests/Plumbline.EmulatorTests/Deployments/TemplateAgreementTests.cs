using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>The templates of built-in deployIfNotExists policies, as the engine and as Bicep's own engine expand them.</summary>
public sealed class TemplateAgreementTests
{
    private const string SubscriptionId = "11111111-1111-1111-1111-111111111111";

    [Fact]
    public void Templates_of_built_in_policies_are_expanded_as_Bicep_expands_them()
    {
        var lines = Lines().ToList();

        Assert.Equal(186, lines.Count);
        Assert.All(lines, line => Assert.Equal(Expected(line), Actual(line)));
    }

    private static string Expected(JsonObject line) => string.Join('\n', ((line["resources"] as JsonArray) ?? [])
        .Select(resource => $"{resource?["id"]} {resource?["apiVersion"]} {Sorted(resource?["body"])?.ToJsonString()}").Order(StringComparer.Ordinal));

    private static string Actual(JsonObject line)
    {
        var place = new DeploymentPlace("21111111-1111-1111-1111-111111111111", SubscriptionId: SubscriptionId, ResourceGroup: line["resourceGroup"]?.ToString());
        var given = (line["parameters"] as JsonObject ?? []).ToImmutableDictionary(pair => pair.Key, pair => new ParameterInput(Value(pair.Value?["value"])));
        var facts = new DeploymentFacts(line["deployment"]?.ToString() ?? "", null, "Incremental", DateTimeOffset.UnixEpoch, "seed", "principal", new ObjectValue([]));
        var world = new World();
        return string.Join('\n', Flat(TemplateExpander.Expand((ObjectValue)Value(line["template"]), given, place, facts, world), world).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Flat(TemplateExpansion plan, World world)
    {
        foreach (var problem in plan.Problems) yield return problem.Message;
        foreach (var resource in plan.Resources)
        {
            if (resource.IsDeployment)
            {
                foreach (var inner in Flat(resource.Nested(world), world)) yield return inner;
                continue;
            }

            var (body, problem) = resource.Body(world);
            yield return problem?.Message ?? $"{resource.Id} {resource.ApiVersion} {Sorted(JsonNode.Parse(PolicyValueWriter.ToCompactJson(body ?? new ObjectValue([]))))?.ToJsonString()}";
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static PolicyValue Value(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        return PolicyValueReader.FromElement(document.RootElement);
    }

    private static IEnumerable<JsonObject> Lines([CallerFilePath] string file = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", "corpus", "template-snapshots.jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonNode.Parse(line) as JsonObject ?? [];
    }

    private sealed class World : IDeploymentWorld
    {
        public bool IsFinal => false;

        public ObjectValue? Resource(string id) => id.Contains("/providers/", StringComparison.Ordinal) ? null : PolicyValueReader.Object(
            ("id", new TextValue(id)), ("name", new TextValue(id.Split('/')[^1])), ("location", new TextValue("westeurope")), ("tags", new ObjectValue([])));
    }
}

using Newtonsoft.Json.Linq;
using Plumbline.UnitTests.Catalog;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>
/// A case on a real resource: <c>base</c> names a file of <c>tests/resources/microsoft.app</c>, <c>set</c> gives properties by path new values and
/// <c>remove</c> takes properties away; <c>relatedBase</c> names related resources; <c>builtIn</c> names a definition of the corpus. Everything else is as in <see cref="PolicyCase"/>.
/// </summary>
internal static class BuiltInCase
{
    private const string Resources = "tests/resources/microsoft.app/";

    private static readonly string[] OwnKeys = ["builtIn", "base", "set", "remove", "relatedBase"];

    public static PolicyCase Read(YamlMappingNode node)
    {
        var item = (JObject)YamlTokens.ToToken(node);
        var plain = PolicyCase.Read(new YamlMappingNode(node.Children.Where(child => !OwnKeys.Contains(((YamlScalarNode)child.Key).Value))));
        var resource = (string?)item["base"] is { } file ? Resource(file) : plain.Resource;
        foreach (var property in (item["set"] as JObject ?? []).Properties()) Set(resource, property.Name, property.Value);
        foreach (var path in item["remove"] as JArray ?? []) Owner(resource, (string?)path ?? "", out var name).Remove(name);
        return plain with
        {
            Policy = (string?)item["builtIn"] is { } builtIn ? JObject.Parse(BuiltInCorpus.Of(builtIn).Text) : plain.Policy,
            Resource = resource,
            Related = [.. plain.Related, .. (item["relatedBase"] as JArray ?? []).Select(related => OfWhateverParent(Resource((string?)related ?? "")))],
        };
    }

    // The files are of different apps: without its id, a child may be one of the resource under evaluation.
    private static JObject OfWhateverParent(JObject related)
    {
        related.Remove("id");
        return related;
    }

    /// <summary>A resource as ARM returns it.</summary>
    public static JObject Resource(string file) => JObject.Parse(RepositoryFiles.Read(Resources + file).Text);

    private static void Set(JObject resource, string path, JToken value) => Owner(resource, path, out var name)[name] = value;

    private static JObject Owner(JObject resource, string path, out string name)
    {
        var steps = path.Split('.');
        name = steps[^1];
        return steps[..^1].Aggregate(resource, (owner, step) => owner[step] as JObject ?? throw new InvalidOperationException($"'{path}': there is no object '{step}'."));
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace Plumbline.Benchmarks.Samples;

/// <summary>
/// Resources made from those of <c>tests/resources</c>: each padded to about 3 kB, every second one with a type no policy asks for.
/// The same on every machine and in every run.
/// </summary>
internal static class SampleResources
{
    /// <summary>How many different ones there are: more bytes than a second-level cache holds.</summary>
    public const int PoolSize = 2000;

    private const int PaddedLength = 3000;

    /// <summary>The resources as UTF-8 without white space.</summary>
    public static byte[][] Pool(int size = PoolSize)
    {
        var sources = Originals().Select(text => JsonNode.Parse(text)).OfType<JsonObject>().ToArray();
        return [.. Enumerable.Range(0, size).Select(index => Make((JsonObject)sources[index / 2 % sources.Length].DeepClone(), index))];
    }

    /// <summary>The texts of the resources they are made from.</summary>
    public static IEnumerable<string> Originals() => Checkout.JsonFiles("tests/resources/estate").Concat(Checkout.JsonFiles("tests/resources/microsoft.app"))
        .Select(File.ReadAllText).Where(text => JsonNode.Parse(text) is JsonObject item && item.ContainsKey("type"));

    private static byte[] Make(JsonObject resource, int index)
    {
        if (resource["properties"] is not JsonObject properties) resource["properties"] = properties = [];
        if (index % 2 == 1) resource["type"] = $"Contoso.Other/things{index % 7}";
        resource["name"] = $"resource-{index}";
        var padding = new JsonObject();
        properties["measurementPadding"] = padding;
        for (var length = Encoding.UTF8.GetByteCount(resource.ToJsonString()); length < PaddedLength; length += 54 + padding.Count % 2)
            padding[$"setting{padding.Count}"] = new JsonObject { ["name"] = $"value-{padding.Count}", ["enabled"] = padding.Count % 2 == 0, ["size"] = padding.Count };
        return Encoding.UTF8.GetBytes(resource.ToJsonString());
    }
}

using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Benchmarks.Samples;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>The valid texts that inputs are made from.</summary>
internal sealed partial class FuzzSamples
{
    private const string AliasFile = """
        {"value":[{"namespace":"Contoso.Shop","resourceTypes":[{"resourceType":"carts","aliases":[
        {"name":"Contoso.Shop/carts/size","defaultPath":"properties.size","paths":[{"path":"properties.size","apiVersions":["2024-03-01"]}],"defaultMetadata":{"type":"Integer","attributes":"Modifiable"}},
        {"name":"Contoso.Shop/carts/items[*].price","defaultPath":"properties.items[*].price","paths":[{"path":"properties.all[*].cost","apiVersions":["2024-03-01"]}],"type":"PlainText"},
        {"name":"Contoso.Shop/carts/sku.name","defaultPath":"sku.name","defaultPattern":{"phrase":"x","variable":"y","type":"Extract"},"paths":[]}]}]}]}
        """;

    private const string Cart = """{"type":"Contoso.Shop/carts","name":"c","sku":{"name":"s"},"properties":{"size":3,"items":[{"price":1},{"price":2}],"all":[{"cost":5}]}}""";

    public JToken[] Definitions { get; } = [.. Checkout.JsonFiles("definitions").Select(File.ReadAllText).Concat(Checkout.BuiltIns()).Select(Read)];

    public JToken[] Resources { get; } = [.. SampleResources.Originals().Append(Cart).Select(Read)];

    public JToken[] AliasFiles { get; } = [Read(AliasFile)];

    public string[] Expressions { get; } = [.. Directory.GetFiles(Path.Combine(Checkout.Root, "tests/cases/expressions"), "*.yaml").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(line => Expression().Match(line)).Where(match => match.Success).Select(match => match.Value).Distinct()];

    /// <summary>A text without white space, with its texts as they are: nothing is read as a date.</summary>
    private static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    [GeneratedRegex(@"\[[a-zA-Z]+\(.*\)[^'""]*\]")]
    private static partial Regex Expression();
}

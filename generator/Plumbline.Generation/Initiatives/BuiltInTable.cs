using System.Collections.Frozen;
using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;

namespace Plumbline.Generation.Initiatives;

/// <summary>The built-in definitions that are at hand as JSON, by name.</summary>
internal sealed class BuiltInTable
{
    private readonly FrozenDictionary<string, BuiltInDefinition> byName;

    private BuiltInTable(FrozenDictionary<string, BuiltInDefinition> byName) => this.byName = byName;

    public IEnumerable<string> Names => byName.Keys;

    /// <summary>Reads the documents; those that are no definitions are reported and left out.</summary>
    public static (BuiltInTable Table, ImmutableArray<Diagnostic> Problems) Read(ImmutableArray<SourceText> sources)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var found = new Dictionary<string, BuiltInDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
        {
            var parsed = PolicyParser.ParseDefinition(source);
            problems.AddRange(parsed.Diagnostics.Where(problem => problem.IsError));
            if (parsed.Value is not { } definition || PositionedJson.Parse(source).Value is not { } document) continue;
            found.TryAdd(definition.Name, new(definition.Name, definition.DisplayName ?? definition.Name, definition.Version ?? "", Parameters(document)));
        }

        return (new BuiltInTable(found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)), problems.ToImmutable());
    }

    public BuiltInDefinition? Find(string name) => byName.GetValueOrDefault(name);

    private static ImmutableArray<KeyValuePair<string, JObject>> Parameters(JObject document)
    {
        var properties = document["properties"] as JObject ?? document;
        return properties["parameters"] is JObject parameters
            ? [.. parameters.Properties().Where(property => property.Value is JObject).Select(property => KeyValuePair.Create(property.Name, (JObject)property.Value))]
            : [];
    }
}

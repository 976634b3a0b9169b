using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using YamlDotNet.RepresentationModel;

namespace Plumbline.UnitTests.Catalog;

/// <summary>The sample estate in tests/resources, by file name, and what is expected of it.</summary>
internal sealed record Estate(ImmutableSortedDictionary<string, ObjectValue> Resources, ImmutableDictionary<string, PolicyValue> AssignmentParameters) : IRelatedResources
{
    private const string Folder = "tests/resources/estate";
    private const string ParametersFile = "assignment-parameters.json";

    public static Estate Read() => new(
        RepositoryFiles.ReadAll(Folder, "*.json")
            .Where(source => !source.File.EndsWith(ParametersFile, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(source => Path.GetFileName(source.File), source => Parse(source.Text), StringComparer.Ordinal),
        Parse(RepositoryFiles.Read($"{Folder}/{ParametersFile}").Text).Properties
            .ToImmutableDictionary(parameter => parameter.Key, parameter => ((ObjectValue)parameter.Value)["value"]));

    /// <summary>A line for each resource: the file and the reference ids of the policies it violates.</summary>
    public static IEnumerable<string> ReadExpected()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RepositoryFiles.Read($"{Folder}/expected.yaml").Text));
        return ((YamlMappingNode)stream.Documents[0].RootNode).Children.Select(entry =>
            Line(((YamlScalarNode)entry.Key).Value ?? "", ((YamlSequenceNode)entry.Value).Children.Select(node => ((YamlScalarNode)node).Value ?? "")));
    }

    public static string Line(string file, IEnumerable<string> referenceIds) => $"{file}: {string.Join(' ', referenceIds)}";

    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) => Resources.Values.Where(resource =>
        Is(resource, "type", query.Type)
        && Text(resource, "id").StartsWith(query.PrimaryId + "/", StringComparison.OrdinalIgnoreCase)
        && (query.Name is null || Is(resource, "name", query.Name))).Select(ResourceDocument.Of);

    private static bool Is(ObjectValue resource, string property, string value) => string.Equals(Text(resource, property), value, StringComparison.OrdinalIgnoreCase);

    private static string Text(ObjectValue resource, string property) => resource[property] is TextValue text ? text.Value : "";

    private static ObjectValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (ObjectValue)PolicyValueReader.FromElement(document.RootElement);
    }
}

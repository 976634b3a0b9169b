using Plumbline.Generation.Reading;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Resources;

namespace Plumbline.Testing.Documents;

/// <summary>Reads paths and the values there.</summary>
internal static class EditReader
{
    /// <summary>A mapping of paths to values.</summary>
    public static IEnumerable<ResourceEdit> Values(YamlMapping owner, string key, List<Diagnostic> problems) =>
        owner.Mapping(key).Entries.Select(entry => Read(entry.Key, YamlValues.Value(entry.Value), problems)).OfType<ResourceEdit>();

    /// <summary>A path, or a list of them.</summary>
    public static IEnumerable<ResourceEdit> Removals(YamlMapping owner, string key, List<Diagnostic> problems)
    {
        IEnumerable<YamlNode> paths = owner[key] is YamlSequence list ? list.Items : owner[key] is { } one ? [one] : [];
        return paths.OfType<YamlScalar>().Select(path => Read(path, UndefinedValue.Instance, problems)).OfType<ResourceEdit>();
    }

    private static ResourceEdit? Read(YamlScalar path, PolicyValue value, List<Diagnostic> problems)
    {
        if (ResourcePath.Parse(path.Text) is { } parsed) return new ResourceEdit(parsed, value, path.Text, path.Location);
        problems.Add(DiagnosticCatalog.ResourcePathMalformed(path.Location, path.Text));
        return null;
    }
}

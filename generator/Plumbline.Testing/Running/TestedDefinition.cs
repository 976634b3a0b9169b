using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Running;

/// <summary>A definition under test.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Text">Its text.</param>
/// <param name="Reference">The reference of an initiative that led to it, or null.</param>
public sealed record TestedDefinition(PolicyDefinition Definition, SourceText Text, PolicyDefinitionReference? Reference = null)
{
    /// <summary>The name; the file without its ending for a definition without one.</summary>
    public string Name => Definition.Name.Length > 0 ? Definition.Name : Text.File[(Text.File.LastIndexOf('/') + 1)..].Split(".json")[0];

    /// <summary>Where the parts of a definition stand that is part of a test file; null for one that is a file.</summary>
    internal YamlLocations? Places { get; init; }

    /// <summary>Where a construct of the definition stands.</summary>
    /// <param name="location">Its place as the reader of the definition knows it.</param>
    public SourceLocation Place(SourceLocation? location) => location is null
        ? new SourceLocation(Text.File)
        : Places is null ? location : Places.Find(SubjectLoader.InlinePath(location.Path)) with { Path = location.Path };
}

using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Documents;

/// <summary>Where the resource of a test comes from.</summary>
/// <param name="Location">Where it is written.</param>
public abstract record ResourceSource(SourceLocation Location);

/// <summary>A resource that stands in the test file.</summary>
/// <param name="Resource">The resource.</param>
public sealed record InlineResource(ObjectValue Resource, SourceLocation Location) : ResourceSource(Location);

/// <summary>A JSON file of one resource or several.</summary>
/// <param name="Path">The path, relative to the test file.</param>
/// <param name="Selection">Which one is meant.</param>
public sealed record ResourceFile(string Path, ResourceSelection Selection, SourceLocation Location) : ResourceSource(Location);

/// <summary>A resource of a Bicep file or a template.</summary>
/// <param name="Path">The path, relative to the test file.</param>
/// <param name="Selection">Which one is meant.</param>
public sealed record TemplateResource(string Path, ResourceSelection Selection, SourceLocation Location) : ResourceSource(Location);

/// <summary>Which of several resources is meant: those of a type and a name.</summary>
/// <param name="Type">The type without regard to case, or null for any.</param>
/// <param name="Name">The name without regard to case, or null for any.</param>
public sealed record ResourceSelection(string? Type, string? Name)
{
    internal bool Fits(ObjectValue resource) => Is(resource, "type", Type) && Is(resource, "name", Name);

    private static bool Is(ObjectValue resource, string key, string? wanted) =>
        wanted is null || (resource[key] is TextValue text && string.Equals(text.Value, wanted, StringComparison.OrdinalIgnoreCase));
}

using System.Collections.Immutable;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Evaluation;

/// <summary>What a field name stands for.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="ResourceType">The resource type an alias belongs to; null for a field that every resource has, or a name that several types share.</param>
/// <param name="Paths">Where to look, in this order; several only for names that several types share.</param>
internal sealed record FieldReference(string Name, string? ResourceType, ImmutableArray<AliasPath> Paths)
{
    public AliasPath Path => Paths[0];

    /// <summary>Whether it is the resource's location, which compares in any of its spellings.</summary>
    public bool IsLocation { get; } = string.Equals(Name, "location", StringComparison.OrdinalIgnoreCase);
}

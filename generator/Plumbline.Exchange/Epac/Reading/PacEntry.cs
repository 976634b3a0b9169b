using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Exchange.Epac.Reading;

/// <summary>What a node assigns: an entry of its list.</summary>
/// <param name="Kind">A definition or an initiative.</param>
/// <param name="Target">The name of a custom document, or the id of a built-in.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PacEntry(ArmObjectKind Kind, string Target, SourceLocation At)
{
    /// <summary>The pinned version, or null.</summary>
    public string? DefinitionVersion { get; init; }

    /// <summary>Parts of the assignment's name, display name and description; they stand before those of the branch, or after them with <see cref="Append"/>.</summary>
    public PacNames Names { get; init; } = PacNames.None;

    /// <summary>Whether its names come after those of the branch.</summary>
    public bool Append { get; init; }

    /// <summary>Messages for this entry.</summary>
    public ImmutableArray<MessageDeclaration> Messages { get; init; } = [];
}

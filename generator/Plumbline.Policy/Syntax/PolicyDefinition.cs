using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>A policy definition, typed.</summary>
/// <param name="Name">The resource name; empty when the document has none.</param>
/// <param name="Mode"><c>Indexed</c> (the default of the specification), <c>All</c> or a resource provider mode.</param>
/// <param name="Metadata">The metadata object, as is.</param>
/// <param name="Version"><c>version</c>, else <c>metadata.version</c>, else null.</param>
/// <param name="Parameters">In the order of the text.</param>
/// <param name="If">The rule's condition.</param>
/// <param name="Then">The rule's effect.</param>
/// <param name="Location">Where the definition starts.</param>
public sealed record PolicyDefinition(
    string Name,
    string? DisplayName,
    string? Description,
    string Mode,
    ObjectValue Metadata,
    string? Version,
    ImmutableArray<PolicyParameter> Parameters,
    Condition If,
    EffectClause Then,
    SourceLocation? Location = null);

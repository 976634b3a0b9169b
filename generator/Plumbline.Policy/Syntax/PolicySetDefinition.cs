using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>An initiative (policy set definition), typed.</summary>
public sealed record PolicySetDefinition(
    string Name,
    string? DisplayName,
    string? Description,
    ObjectValue Metadata,
    string? Version,
    ImmutableArray<PolicyParameter> Parameters,
    ImmutableArray<PolicyDefinitionReference> References,
    ImmutableArray<PolicyDefinitionGroup> Groups,
    SourceLocation? Location = null);

/// <summary>One member of an initiative.</summary>
/// <param name="ReferenceId"><c>policyDefinitionReferenceId</c>, unique within the initiative.</param>
/// <param name="DefinitionVersion">The pinned version of a built-in, such as <c>1.*.*</c>, or null.</param>
/// <param name="Parameters">Values for the definition's parameters; may hold expressions over the initiative's parameters.</param>
public sealed record PolicyDefinitionReference(
    string ReferenceId,
    string PolicyDefinitionId,
    string? DefinitionVersion,
    ImmutableArray<KeyValuePair<string, PolicyValue>> Parameters,
    ImmutableArray<string> GroupNames,
    SourceLocation? Location = null);

/// <summary>A group of an initiative: one control of a benchmark.</summary>
public sealed record PolicyDefinitionGroup(
    string Name,
    string? DisplayName,
    string? Category,
    string? Description,
    string? AdditionalMetadataId,
    SourceLocation? Location = null);

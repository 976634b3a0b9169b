using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>An assignment of a definition or an initiative to a scope, typed.</summary>
/// <param name="Id">The resource id; empty when the document has none.</param>
/// <param name="Name">The resource name; the end of the id when it is not given.</param>
/// <param name="Scope">Where it is assigned: what the id starts with, else <c>properties.scope</c>, else empty.</param>
/// <param name="PolicyDefinitionId">The definition or initiative.</param>
/// <param name="DefinitionVersion">The pinned version of a built-in, such as <c>1.*.*</c>, or null.</param>
/// <param name="Parameters">The values by name, compared without regard to case.</param>
/// <param name="NotScopes">The scopes that are left out; at most 400.</param>
/// <param name="ResourceSelectors">Alternatives; none means every resource. At most 10.</param>
/// <param name="Overrides">In the order of the text; at most 10.</param>
/// <param name="Region">The assignment's own <c>location</c>, which its identity needs.</param>
/// <param name="AssignmentType">NotSpecified, System, SystemHidden or Custom; null when not given.</param>
/// <param name="InstanceId">What tells it from an earlier assignment of the same name; null when not given.</param>
/// <param name="Location">Where the document starts.</param>
public sealed record PolicyAssignment(
    string Id,
    string Name,
    string Scope,
    string? DisplayName,
    string? Description,
    string PolicyDefinitionId,
    string? DefinitionVersion,
    ImmutableDictionary<string, PolicyValue> Parameters,
    ImmutableArray<string> NotScopes,
    EnforcementMode EnforcementMode,
    ImmutableArray<NonComplianceMessage> NonComplianceMessages,
    ImmutableArray<ResourceSelector> ResourceSelectors,
    ImmutableArray<PolicyOverride> Overrides,
    AssignmentIdentity? Identity,
    string? Region,
    string? AssignmentType,
    string? InstanceId,
    ObjectValue Metadata,
    SourceLocation? Location = null);

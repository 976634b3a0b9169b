using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>What an assignment makes of one policy, whatever the resource.</summary>
/// <param name="ReferenceId">The member of the initiative, or null for a definition that is assigned directly.</param>
/// <param name="DefinitionId">The id of the definition.</param>
/// <param name="Definition">The definition, or null when it is not known.</param>
/// <param name="Parameters">The values it is evaluated with, defaults among them.</param>
/// <param name="Effects">The effects it can have after parameters and overrides, in canonical spelling; several when an override looks at the resource.</param>
public sealed record AssignedEffect(
    string? ReferenceId,
    string DefinitionId,
    PolicyDefinition? Definition,
    ImmutableDictionary<string, PolicyValue> Parameters,
    ImmutableArray<string> Effects);

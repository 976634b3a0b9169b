namespace Plumbline.Planning.Operate;

/// <summary>What Azure says of one policy on one resource: a policy state, as far as it is compared.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="ReferenceId">The member of the initiative; empty for a definition that is assigned directly.</param>
/// <param name="State">The compliance state, as Azure spells it.</param>
/// <param name="Effect">The effect, as Azure spells it.</param>
/// <param name="DefinitionVersion">The version of the definition that was evaluated; empty when it has none.</param>
/// <param name="SetDefinitionVersion">The version of the initiative that was evaluated; empty when it has none.</param>
/// <param name="EvaluatedAt">When; null when the state does not tell.</param>
public sealed record ObservedState(
    string ResourceId, string AssignmentId, string ReferenceId, string State, string Effect, string DefinitionVersion, string SetDefinitionVersion, DateTimeOffset? EvaluatedAt);

using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>A definition as one assignment applies it: directly, or as a member of an initiative.</summary>
/// <param name="DefinitionId">The id of the definition; of the initiative when that cannot be found.</param>
/// <param name="Definition">In the version that applies and with the effect of overrides; null when it cannot be found.</param>
/// <param name="SetDefinition">The initiative in the version that applies, or null for a definition that is assigned directly.</param>
/// <param name="Reference">The member of the initiative, or null for a definition that is assigned directly.</param>
/// <param name="Parameters">The values it is evaluated with, by name without regard to case.</param>
/// <param name="Diagnostics">What is wrong: an error makes the state of every resource it applies to <see cref="ComplianceState.Error"/>.</param>
public sealed record AssignedPolicy(
    PolicyAssignment Assignment,
    string DefinitionId,
    PolicyDefinition? Definition,
    PolicySetDefinition? SetDefinition,
    PolicyDefinitionReference? Reference,
    ImmutableDictionary<string, PolicyValue> Parameters,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The member of the initiative, or null.</summary>
    public string? ReferenceId => Reference?.ReferenceId;

    /// <summary>The groups of the member; empty without an initiative.</summary>
    public ImmutableArray<string> GroupNames => Reference?.GroupNames ?? [];

    /// <summary>What people are told of a violation: the assignment's message for the member, else its message for all, else null.</summary>
    public string? NonComplianceMessage =>
        (Assignment.NonComplianceMessages.FirstOrDefault(message => message.ReferenceId is { } named && string.Equals(named, ReferenceId, StringComparison.OrdinalIgnoreCase))
            ?? Assignment.NonComplianceMessages.FirstOrDefault(message => message.ReferenceId is null))?.Message;
}

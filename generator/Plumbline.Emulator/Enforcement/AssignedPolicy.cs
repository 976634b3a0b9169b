using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>A definition as one assignment applies it: directly, or as a member of an initiative.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Set">The initiative and the member, or null for a definition that is assigned directly.</param>
/// <param name="Stored">The definition as stored.</param>
/// <param name="Definition">The definition, typed.</param>
/// <param name="Parameters">The values it is evaluated with, by name without regard to case.</param>
/// <param name="Error">Why the parameters cannot be bound, which fails every evaluation; else null.</param>
internal sealed record AssignedPolicy(
    StoredResource Assignment,
    SetMember? Set,
    StoredResource Stored,
    PolicyDefinition Definition,
    ImmutableDictionary<string, PolicyValue> Parameters,
    string? Error)
{
    /// <summary>Where the assignment stands: the subscription or the resource group.</summary>
    public ResourceId? Scope => Assignment.Id.Parent;

    /// <summary>Whether a violation is refused; <c>DoNotEnforce</c> and <c>Enroll</c> (nothing is enrolled here) only record.</summary>
    public bool IsEnforced => string.Equals(Assignment.PropertyText("enforcementMode") ?? "Default", "Default", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A member of an initiative.</summary>
internal sealed record SetMember(StoredResource Stored, PolicySetDefinition Definition, PolicyDefinitionReference Reference);

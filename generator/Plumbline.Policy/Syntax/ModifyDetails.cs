using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The details of <c>modify</c>.</summary>
/// <param name="RoleDefinitionIds">The roles that a remediation needs: an array, or an expression for one.</param>
/// <param name="ConflictEffect">What wins against another policy that changes the same property: <c>audit</c>, <c>deny</c> or <c>disabled</c>; null for the default.</param>
/// <param name="Operations">At least one, in the order of the text.</param>
public sealed record ModifyDetails(PolicyValue? RoleDefinitionIds, PolicyValue? ConflictEffect, ImmutableArray<ModifyOperation> Operations) : EffectDetails
{
    /// <inheritdoc/>
    public bool Equals(ModifyDetails? other) =>
        other is not null
        && Equals(RoleDefinitionIds, other.RoleDefinitionIds)
        && Equals(ConflictEffect, other.ConflictEffect)
        && Operations.SequenceEqual(other.Operations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RoleDefinitionIds, ConflictEffect, Operations.Length);
}

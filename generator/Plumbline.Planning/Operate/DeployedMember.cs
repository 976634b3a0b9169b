using System.Collections.Immutable;
using Plumbline.Policy.Assignments;

namespace Plumbline.Planning.Operate;

/// <summary>A policy that a deployed assignment applies.</summary>
/// <param name="Effect">The definition, its parameters and the effects it can have.</param>
/// <param name="PolicyName">The declared name of the definition, else its resource name.</param>
/// <param name="Groups">The controls; empty for a definition that is assigned directly.</param>
public sealed record DeployedMember(AssignedEffect Effect, string PolicyName, ImmutableArray<string> Groups)
{
    /// <summary>The member of the initiative, or null for a definition that is assigned directly.</summary>
    public string? ReferenceId => Effect.ReferenceId;

    /// <summary>What people call it: the reference id, else the name of the definition.</summary>
    public string Title => ReferenceId ?? PolicyName;

    /// <summary>The effects it can have, for people; <c>unknown</c> when the definition could not be read.</summary>
    public string EffectText => Effect.Effects.IsEmpty ? "unknown" : string.Join(" or ", Effect.Effects);

    /// <summary>Whether the policy may have one of these effects.</summary>
    public bool HasEffect(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Effect.Effects.Contains(name, StringComparer.Ordinal)) return true;
        }

        return false;
    }
}

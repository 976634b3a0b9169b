using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>An attestation and what becomes of it.</summary>
/// <param name="Action">What becomes of it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it: its name and the policy.</param>
/// <param name="State">The compliance state that it says.</param>
/// <param name="Body">The body to PUT; empty for one that is left alone.</param>
/// <param name="Differences">The properties that are not as declared.</param>
public sealed record AttestationChange(AttestationAction Action, string Id, string Title, string State, ObjectValue Body, ImmutableArray<string> Differences)
{
    /// <summary>What is attested.</summary>
    public string Scope => Id[..Id.LastIndexOf("/providers/Microsoft.PolicyInsights/", StringComparison.OrdinalIgnoreCase)];

    /// <summary>Whether something is written.</summary>
    public bool Writes => Action is AttestationAction.Create or AttestationAction.Update;
}

namespace Plumbline.Policy.Assignments;

/// <summary>The states of a compliance record, in the rank in which they win a roll-up.</summary>
// INVARIANT: the order of the members is Azure's documented rank, the winner first.
public enum ComplianceState
{
    /// <summary>The policy applies and is violated.</summary>
    NonCompliant,

    /// <summary>The policy applies and is satisfied.</summary>
    Compliant,

    /// <summary>The evaluation failed, or what is assigned cannot be evaluated.</summary>
    Error,

    /// <summary>Two policies want to change the resource in contradicting ways.</summary>
    Conflict,

    /// <summary>A policy of effect <c>denyAction</c> covers the resource.</summary>
    Protected,

    /// <summary>An exemption covers the resource.</summary>
    Exempt,

    /// <summary>The effect is <c>manual</c> and nobody has attested.</summary>
    Unknown,
}

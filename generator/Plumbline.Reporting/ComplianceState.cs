namespace Plumbline.Reporting;

/// <summary>The states of Azure Policy, strongest first: this rank decides the state of a resource under several policies.</summary>
/// <remarks>
/// The documented rank is <c>NonCompliant, Compliant, Error, Conflict, Protected, Exempt, Unknown</c>. Compliant outranks Error and
/// Conflict, so a report shows those counts per policy as well: after the roll-up they can be invisible.
/// </remarks>
public enum ComplianceState
{
    /// <summary>A policy is violated.</summary>
    NonCompliant,

    /// <summary>Evaluated and satisfied.</summary>
    Compliant,

    /// <summary>The evaluation failed.</summary>
    Error,

    /// <summary>Two assignments contradict each other.</summary>
    Conflict,

    /// <summary>Covered by an assignment that denies the action.</summary>
    Protected,

    /// <summary>An exemption applies.</summary>
    Exempt,

    /// <summary>Effect <c>manual</c> without an attestation.</summary>
    Unknown,

    /// <summary>Not evaluated yet (<c>NotStarted</c>, <c>NotRegistered</c>); takes no part in Azure's percentage.</summary>
    NotStarted,

    /// <summary>A word this program does not know; kept and counted, never dropped.</summary>
    Other,
}

namespace Plumbline.Reporting;

/// <summary>The states of Azure Policy, strongest first: the documented rank decides the state of a resource over several policies.</summary>
public enum ComplianceState
{
    /// <summary>A policy is violated.</summary>
    NonCompliant,

    /// <summary>Every evaluated policy is satisfied.</summary>
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

    /// <summary>Not evaluated yet (<c>NotStarted</c>, <c>NotRegistered</c>); ranks below all others.</summary>
    NotStarted,

    /// <summary>A word this program does not know; kept, counted, and taken for unknown in a verdict.</summary>
    Other,
}

/// <summary>Reads the states' spellings.</summary>
public static class ComplianceStates
{
    /// <summary>The state a word stands for, without regard to case: the surfaces of Azure spell <c>conflict</c>, <c>Conflict</c> and <c>Conflicting</c>.</summary>
    public static ComplianceState Parse(string text) => text.ToUpperInvariant() switch
    {
        "NONCOMPLIANT" => ComplianceState.NonCompliant,
        "COMPLIANT" => ComplianceState.Compliant,
        "ERROR" => ComplianceState.Error,
        "CONFLICT" or "CONFLICTING" => ComplianceState.Conflict,
        "PROTECTED" => ComplianceState.Protected,
        "EXEMPT" => ComplianceState.Exempt,
        "UNKNOWN" => ComplianceState.Unknown,
        "NOTSTARTED" or "NOTREGISTERED" => ComplianceState.NotStarted,
        _ => ComplianceState.Other,
    };
}

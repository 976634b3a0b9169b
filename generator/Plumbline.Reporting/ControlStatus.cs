namespace Plumbline.Reporting;

/// <summary>The verdict on a control or a feature, worst first.</summary>
public enum ControlStatus
{
    /// <summary>At least one resource is non-compliant, or was attested as non-compliant.</summary>
    Fail,

    /// <summary>None is non-compliant, but an evaluation failed or assignments conflict.</summary>
    Error,

    /// <summary>A state is unknown, not started, or a word this program does not know.</summary>
    Unknown,

    /// <summary>A person must attest it and has not.</summary>
    Unattested,

    /// <summary>Policies are assigned, and there is no state for any of them.</summary>
    NotEvaluated,

    /// <summary>Policies exist but the initiative does not refer to them.</summary>
    NotAssigned,

    /// <summary>What was evaluated is compliant, but there is no state for some of the assigned policies.</summary>
    PartlyEvaluated,

    /// <summary>Nothing is non-compliant; some resources are exempt.</summary>
    PassWithExemptions,

    /// <summary>Every state is compliant (or protected).</summary>
    Pass,

    /// <summary>A person attested it for every resource asked for.</summary>
    Attested,

    /// <summary>Microsoft does it.</summary>
    Platform,

    /// <summary>The service does not have the feature, or Azure Policy cannot see it.</summary>
    NotSupported,
}

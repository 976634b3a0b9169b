namespace Plumbline.Reporting.Findings;

/// <summary>How much a finding matters, in SARIF's words.</summary>
public enum FindingLevel
{
    /// <summary>Advice.</summary>
    Note,

    /// <summary>Likely a mistake.</summary>
    Warning,

    /// <summary>A mistake.</summary>
    Error,
}

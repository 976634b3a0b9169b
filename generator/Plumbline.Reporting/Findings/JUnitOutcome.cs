namespace Plumbline.Reporting.Findings;

/// <summary>How a case ended.</summary>
public enum JUnitOutcome
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>Not as expected.</summary>
    Failed,

    /// <summary>It could not be decided because something is broken.</summary>
    Error,

    /// <summary>It does not count, for the reason in the message.</summary>
    Skipped,
}

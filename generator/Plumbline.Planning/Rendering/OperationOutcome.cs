namespace Plumbline.Planning.Rendering;

/// <summary>How far an operation came; the worst first.</summary>
public enum OperationOutcome
{
    /// <summary>It was given up.</summary>
    Failed,

    /// <summary>A request was sent and nobody knows whether it took effect: the run was cut off.</summary>
    Unknown,

    /// <summary>What it depends on failed.</summary>
    Blocked,

    /// <summary>Its turn did not come.</summary>
    NotStarted,

    /// <summary>It was undone by a rollback.</summary>
    Undone,

    /// <summary>The endpoint has what was wanted.</summary>
    Done,
}

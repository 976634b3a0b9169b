namespace Plumbline.Arm.Compliance;

/// <summary>How an on-demand evaluation ended.</summary>
public sealed record EvaluationRun(EvaluationRunState State);

/// <summary>The ways an on-demand evaluation ends.</summary>
public enum EvaluationRunState
{
    /// <summary>It ended; the states are current.</summary>
    Completed,

    /// <summary>It goes on after the time given.</summary>
    StillRunning,

    /// <summary>It ended without success.</summary>
    Failed,

    /// <summary>The scope has no on-demand evaluation (management groups).</summary>
    NotPossible,
}

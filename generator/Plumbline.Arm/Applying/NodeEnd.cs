namespace Plumbline.Arm.Applying;

/// <summary>How something in a graph ended.</summary>
internal enum NodeEnd
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>Failed: what requires it is blocked, the rest goes on.</summary>
    Failed,

    /// <summary>Failed, and nothing more is to be started.</summary>
    Stop,
}

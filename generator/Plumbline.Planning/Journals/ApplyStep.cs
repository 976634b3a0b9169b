namespace Plumbline.Planning.Journals;

/// <summary>The steps that <see cref="ApplyProgress"/> tells of.</summary>
public enum ApplyStep
{
    /// <summary>The endpoint is read and compared with what the plan was made from.</summary>
    Checking,

    /// <summary>A request of an operation is sent.</summary>
    Writing,

    /// <summary>An operation waits before it is tried again.</summary>
    Waiting,

    /// <summary>An operation is done.</summary>
    Done,

    /// <summary>An operation is given up.</summary>
    Failed,

    /// <summary>An operation is left out, because one that it needs failed.</summary>
    Blocked,

    /// <summary>Everything that was written is read and compared with what is wanted.</summary>
    ReadingBack,
}

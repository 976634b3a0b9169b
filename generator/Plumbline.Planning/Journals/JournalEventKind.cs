namespace Plumbline.Planning.Journals;

/// <summary>What a journal tells.</summary>
public enum JournalEventKind
{
    /// <summary>A run began.</summary>
    Started,

    /// <summary>A run went on with an earlier one's journal.</summary>
    Resumed,

    /// <summary>A request is about to be sent: without a later event about the operation, nobody knows whether it took effect.</summary>
    Sent,

    /// <summary>A try failed and another follows.</summary>
    Retried,

    /// <summary>The endpoint has what was wanted.</summary>
    Done,

    /// <summary>It is given up.</summary>
    Failed,

    /// <summary>An operation it depends on failed.</summary>
    Blocked,

    /// <summary>A request that undoes an operation is about to be sent: what <see cref="Sent"/> is to an operation.</summary>
    Undoing,

    /// <summary>An operation was undone by a rollback.</summary>
    Undone,

    /// <summary>The run ended; the message says how.</summary>
    Finished,
}

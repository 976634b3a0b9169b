namespace Plumbline.Planning.Journals;

/// <summary>What a journal knows of an operation.</summary>
public enum OperationStatus
{
    /// <summary>Nothing was sent.</summary>
    Unsent,

    /// <summary>A request was sent, or was about to be, and nobody knows whether it took effect.</summary>
    Unknown,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>A request that undoes it was sent, and nobody knows whether it took effect.</summary>
    Undoing,

    /// <summary>It was done and is undone.</summary>
    Undone,
}

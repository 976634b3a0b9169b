namespace Plumbline.Planning.Journals;

/// <summary>How an apply, or a rollback, ended.</summary>
public enum ApplyOutcome
{
    /// <summary>Everything was done.</summary>
    Complete,

    /// <summary>Everything had been done before: nothing was written.</summary>
    AlreadyComplete,

    /// <summary>Something failed; the lists tell how far it came.</summary>
    Partial,

    /// <summary>An object is not as the plan found it. Nothing of that object was written.</summary>
    Stale,

    /// <summary>The journal does not fit the plan. Nothing was read or written.</summary>
    Refused,

    /// <summary>Cancelled.</summary>
    Interrupted,
}

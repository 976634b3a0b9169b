namespace Plumbline.Planning.Journals;

/// <summary>What stands in the way of an operation; decides what the user is told to do.</summary>
public enum ApplyFailureKind
{
    /// <summary>No answer, also when asked again.</summary>
    Unreachable,

    /// <summary>No token could be had, or 401.</summary>
    NotSignedIn,

    /// <summary>403: signed in, but without the permission.</summary>
    NotAuthorized,

    /// <summary>403 <c>RequestDisallowedByPolicy</c>.</summary>
    Denied,

    /// <summary>409 <c>ScopeLocked</c>.</summary>
    Locked,

    /// <summary>404: something the request refers to does not exist.</summary>
    NotFound,

    /// <summary>409 or 412: somebody else changes the same object.</summary>
    Conflict,

    /// <summary>429 for longer than anybody wants to wait.</summary>
    Throttled,

    /// <summary>Another 4xx: the request is not acceptable as it is.</summary>
    Rejected,

    /// <summary>5xx, also when asked again.</summary>
    ServiceFailed,

    /// <summary>What was created in this run did not become visible in time.</summary>
    NotVisible,

    /// <summary>The write was accepted, but reading back shows something else.</summary>
    NotConfirmed,

    /// <summary>Cancelled while the operation waited to be tried again.</summary>
    Interrupted,

    /// <summary>The journal could not be written.</summary>
    Journal,

    /// <summary>An answer that is not what the documented interface gives.</summary>
    Unexpected,
}

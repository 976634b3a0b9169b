namespace Plumbline.Emulator.Faults;

/// <summary>What a fault does to a request. In JSON the names start with a small letter.</summary>
internal enum FaultKind
{
    /// <summary>The answer comes later: a fixed time, or one between two.</summary>
    Latency,

    /// <summary>429 <c>TooManyRequests</c> with <c>Retry-After</c>; nothing is changed.</summary>
    Throttle,

    /// <summary>503 <c>ServerTimeout</c> with <c>Retry-After</c>; nothing is changed.</summary>
    Unavailable,

    /// <summary>The connection is closed without an answer; nothing was changed.</summary>
    DropBeforeCommit,

    /// <summary>The connection is closed without an answer; the request took place.</summary>
    DropAfterCommit,

    /// <summary>What the request creates is not found and not listed for a number of reads, or for some seconds.</summary>
    DelayedVisibility,

    /// <summary>A role assignment without <c>principalType</c> is refused with 400 <c>PrincipalNotFound</c>, as while a new principal is replicated.</summary>
    PrincipalNotFound,

    /// <summary>Pages of lists hold fewer items than the client asked for, and a <c>nextLink</c>.</summary>
    PageSize,
}

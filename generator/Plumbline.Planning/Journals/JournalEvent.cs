namespace Plumbline.Planning.Journals;

/// <summary>One line of an apply's journal: appended and flushed when it happens.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="PlanId">With <see cref="JournalEventKind.Started"/>: the plan; else null.</param>
/// <param name="Op">The operation, or null for what concerns the whole run.</param>
public sealed record JournalEvent(DateTimeOffset At, JournalEventKind Kind, string? PlanId, string? Op)
{
    /// <summary>The how-manieth try of the operation it is about; 0 for what is no try.</summary>
    public int Attempt { get; init; }

    /// <summary>Digest of the body that was sent, or null.</summary>
    public string? RequestDigest { get; init; }

    /// <summary>The HTTP status, or null.</summary>
    public int? Status { get; init; }

    /// <summary>ARM's error code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>What went wrong, whole; never holds a token. Or null.</summary>
    public string? Message { get; init; }

    /// <summary><c>x-ms-correlation-request-id</c>, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Digest of the object after the write, or null.</summary>
    public string? LiveDigest { get; init; }

    /// <summary>The id that was written, where it is not the plan's (role assignments); or null.</summary>
    public string? Id { get; init; }
}

namespace Plumbline.Planning.Journals;

/// <summary>What a journal knows of an operation.</summary>
/// <param name="Status">How far it came.</param>
/// <param name="Id">The id that was written where it is not the plan's, or null.</param>
/// <param name="LiveDigest">Digest of the object after it was done, or undone; null when there was none then.</param>
/// <param name="Sequence">The position of the event that finished it: operations are undone in reverse.</param>
public sealed record OperationRecord(OperationStatus Status, string? Id, string? LiveDigest, int Sequence)
{
    /// <summary>Nothing is known.</summary>
    public static OperationRecord None { get; } = new(OperationStatus.Unsent, null, null, -1);

    /// <summary>What is known after one more event.</summary>
    public OperationRecord After(JournalEvent item, int sequence)
    {
        var next = this with { Id = item.Id ?? Id };
        return item.Kind switch
        {
            JournalEventKind.Sent => next with { Status = OperationStatus.Unknown },
            JournalEventKind.Done => next with { Status = OperationStatus.Done, LiveDigest = item.LiveDigest, Sequence = sequence },
            JournalEventKind.Undoing => next with { Status = OperationStatus.Undoing },
            JournalEventKind.Undone => next with { Status = OperationStatus.Undone, LiveDigest = item.LiveDigest, Sequence = sequence },

            // A failure may have come after the request took effect: what was sent stays unknown, what reading back refuted is no longer done.
            JournalEventKind.Failed when Status == OperationStatus.Done => next with { Status = OperationStatus.Unknown },
            _ => next,
        };
    }
}

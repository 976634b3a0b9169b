namespace Plumbline.Arm.Applying;

/// <summary>Where an operation stands when a run begins.</summary>
/// <param name="IsDone">Whether an earlier run did it.</param>
/// <param name="Id">The object, as far as it is known.</param>
/// <param name="Digest">With <paramref name="IsDone"/> the digest of the object; null when it is gone.</param>
/// <param name="MayBeDone">Whether a request of an earlier run may still have taken effect.</param>
internal sealed record OperationStart(bool IsDone, string Id, string? Digest, bool MayBeDone);

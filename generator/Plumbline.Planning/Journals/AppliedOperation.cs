using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Journals;

/// <summary>An operation that is done.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Id">The id of the object: the operation's own, with the principal known.</param>
/// <param name="LiveDigest"><see cref="Comparison.ObjectDigest.OfLive"/> of the object afterwards; null when there is none any more.</param>
/// <param name="IsEarlier">Whether an earlier run did it.</param>
public sealed record AppliedOperation(PlanOperation Operation, string Id, string? LiveDigest, bool IsEarlier);

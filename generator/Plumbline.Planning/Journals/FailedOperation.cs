using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Journals;

/// <summary>An operation that is not done, or not known to be.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Failure">Why.</param>
public sealed record FailedOperation(PlanOperation Operation, ApplyFailure Failure);

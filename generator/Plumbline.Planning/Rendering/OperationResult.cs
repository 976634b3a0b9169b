using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>An operation and how far it came.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Outcome">How far it came.</param>
/// <param name="Last">The last that the journal says of it, or null.</param>
public sealed record OperationResult(PlanOperation Operation, OperationOutcome Outcome, JournalEvent? Last);

using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Journals;

/// <summary>An object that is not as the plan, or the journal, says it has to be: three states, and who made the third.</summary>
/// <param name="Operation">The operation that would have overwritten it.</param>
/// <param name="Id">The object.</param>
/// <param name="Expected">The digest it has to have; null when there must be no such object, or any will do.</param>
/// <param name="Found">The digest it has; null when there is none.</param>
/// <param name="Wanted">The digest of the body that was to be written; null for a delete.</param>
/// <param name="UpdatedBy">Who changed it last, as far as the endpoint says; or null.</param>
/// <param name="UpdatedOn">When, as the endpoint says it; or null.</param>
/// <param name="Diagnostic">The same as a sentence.</param>
public sealed record StaleObject(PlanOperation Operation, string Id, string? Expected, string? Found, string? Wanted, string? UpdatedBy, string? UpdatedOn, Diagnostic Diagnostic);

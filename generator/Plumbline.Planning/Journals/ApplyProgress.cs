using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Journals;

/// <summary>Something that happened while applying, for who watches.</summary>
/// <param name="Step">What.</param>
/// <param name="Operation">The operation, or null for what concerns the whole run.</param>
/// <param name="Detail">More, in words, such as what is waited for; or null.</param>
public sealed record ApplyProgress(ApplyStep Step, PlanOperation? Operation, string? Detail = null);

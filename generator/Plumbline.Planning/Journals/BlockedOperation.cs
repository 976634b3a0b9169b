using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Journals;

/// <summary>An operation of which nothing was sent, because something that it needs is not done.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="By">The operations that are not done, by their keys: failed, blocked themselves, or of a lane that was not chosen.</param>
public sealed record BlockedOperation(PlanOperation Operation, ImmutableArray<string> By);

using System.Collections.Immutable;
using Plumbline.Planning.Journals;

namespace Plumbline.Arm.Applying;

/// <summary>Where a run begins.</summary>
/// <param name="Operations">Where each operation of the chosen lanes stands, by its key.</param>
/// <param name="Stale">Objects that are not as they have to be.</param>
/// <param name="Found">Operations that an earlier run sent and that turned out to be done.</param>
internal sealed record RunStart(ImmutableDictionary<string, OperationStart> Operations, ImmutableArray<StaleObject> Stale, ImmutableArray<AppliedOperation> Found);

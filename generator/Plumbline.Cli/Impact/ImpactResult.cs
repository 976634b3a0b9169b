using System.Collections.Immutable;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Impact;

/// <summary>The impact of a plan.</summary>
/// <param name="Impact">The impact; null when nothing could be evaluated.</param>
/// <param name="Diagnostics">What could not be read or evaluated.</param>
internal sealed record ImpactResult(PlanImpact? Impact, ImmutableArray<Diagnostic> Diagnostics);

using System.Collections.Immutable;
using Plumbline.Scan.Inputs;

namespace Plumbline.Cli.Impact;

/// <summary>The resources of an impact.</summary>
/// <param name="Sources">What they are from, in words.</param>
/// <param name="Batches">The resources; may be enumerated again.</param>
internal sealed record ImpactInputs(ImmutableArray<string> Sources, IEnumerable<ResourceBatch> Batches);

using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Cli.Impact;

/// <summary>Resources that exist, as Azure Resource Manager returns them.</summary>
/// <param name="Name">What they are from, as a plan names it.</param>
/// <param name="Resources">The resources.</param>
internal sealed record ImpactInventory(string Name, ImmutableArray<ObjectValue> Resources);

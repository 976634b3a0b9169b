using System.Collections.Immutable;
using Plumbline.Planning.Objects;

namespace Plumbline.Arm.Reading;

/// <summary>What reading an endpoint gave.</summary>
/// <param name="State">What it has; null when anything failed, since a part would look as if the rest did not exist.</param>
/// <param name="Failures">The calls that failed, each once, in the order of their paths.</param>
public sealed record LiveReading(LiveState? State, ImmutableArray<ArmFailure> Failures);

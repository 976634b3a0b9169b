using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Environments;

/// <summary>A step of a rollout: how the assignments differ from their declaration while it is the current one.</summary>
/// <param name="Name">The name.</param>
/// <param name="At">Where it is declared.</param>
public sealed record RolloutRing(string Name, SourceLocation At)
{
    /// <summary>The regions the assignments are narrowed to (a resource selector of kind resourceLocation); empty for all.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    /// <summary>Further selectors, as ARM has them.</summary>
    public ImmutableArray<ObjectValue> ResourceSelectors { get; init; } = [];

    /// <summary>Effects while the ring is current; they count over the assignments' own, exclusions count over both.</summary>
    public ImmutableArray<EffectChoice> Effects { get; init; } = [];

    /// <summary>The enforcement mode while the ring is current; null takes the assignments' own.</summary>
    public string? EnforcementMode { get; init; }

    /// <summary>The assignments it is about, by name; empty for all.</summary>
    public ImmutableArray<string> Assignments { get; init; } = [];

    /// <summary>What has to hold before the next ring follows this one; null when nothing has to.</summary>
    public RingGate? Gate { get; init; }
}

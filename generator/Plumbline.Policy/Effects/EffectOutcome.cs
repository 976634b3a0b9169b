using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Effects;

/// <summary>What the append and modify effects of all policies make of a resource.</summary>
/// <param name="Document">The resource after them; as it was when there is a conflict.</param>
/// <param name="Changes">What was changed, in the order in which it was; nothing when there is a conflict.</param>
/// <param name="Skipped">What was left as it is.</param>
/// <param name="Conflicts">What refuses the request; mostly empty.</param>
public sealed record EffectOutcome(
    ObjectValue Document,
    ImmutableArray<AppliedChange> Changes,
    ImmutableArray<SkippedChange> Skipped,
    ImmutableArray<EffectConflict> Conflicts)
{
    /// <summary>Whether the request is refused.</summary>
    public bool IsDenied => !Conflicts.IsEmpty;
}

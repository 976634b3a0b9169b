using System.Collections.Immutable;

namespace Plumbline.Planning.Operations;

/// <summary>What a plan is asked to do beyond bringing about what is declared.</summary>
/// <param name="Adopt">Names or ids of objects without a mark that are taken over; <c>*</c> stands for any text.</param>
/// <param name="Destroy">Whether everything of the environment is deleted, whatever is declared.</param>
public sealed record PlanChoices(ImmutableArray<string> Adopt, bool Destroy)
{
    /// <summary>Only what is declared.</summary>
    public static PlanChoices None { get; } = new([], false);
}

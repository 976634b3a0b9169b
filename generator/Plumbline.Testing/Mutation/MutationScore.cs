using System.Collections.Immutable;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>How many changes of a definition its tests notice.</summary>
/// <param name="Tested">The definition.</param>
/// <param name="Mutants">The mutants, in the order of the text.</param>
public sealed record MutationScore(TestedDefinition Tested, ImmutableArray<MutantResult> Mutants)
{
    /// <summary>How many mutants count: all that are not equivalent.</summary>
    public int Total => Mutants.Count(mutant => mutant.Outcome != MutantOutcome.Equivalent);

    /// <summary>How many of them tests notice.</summary>
    public int Killed => Mutants.Count(mutant => mutant.Outcome == MutantOutcome.Killed);

    /// <summary>The part in tenths of a percent, rounded down; 1,000 when there is no mutant.</summary>
    public int PerMille => Total == 0 ? 1000 : Killed * 1000 / Total;
}

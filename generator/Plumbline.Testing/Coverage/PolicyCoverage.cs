using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Coverage;

/// <summary>What tests cover of a definition.</summary>
/// <param name="Tested">The definition.</param>
/// <param name="Tests">How many tests evaluated it.</param>
/// <param name="Leaves">Every leaf of <c>if</c>, of the existence condition and of counts, in the order of the text.</param>
/// <param name="Effects">The effects that may take place.</param>
/// <param name="Values">The allowed values of the other parameters.</param>
/// <param name="Existence">What an IfNotExists effect may find; empty for other effects.</param>
/// <param name="Problems">Wrong entries of <c>unreachable</c>.</param>
public sealed record PolicyCoverage(
    TestedDefinition Tested,
    int Tests,
    ImmutableArray<LeafCoverage> Leaves,
    ImmutableArray<ValueCoverage> Effects,
    ImmutableArray<ValueCoverage> Values,
    ImmutableArray<ValueCoverage> Existence,
    ImmutableArray<Diagnostic> Problems)
{
    /// <summary>The results of leaves that are asked for.</summary>
    public IEnumerable<DirectionCoverage> Directions => Leaves.SelectMany(leaf => (DirectionCoverage[])[leaf.WhenTrue, leaf.WhenFalse]).Where(direction => direction.IsAsked);

    /// <summary>How many things are asked for.</summary>
    public int Total => Directions.Count() + Effects.Length + Values.Length + Existence.Length;

    /// <summary>How many of them tests cover.</summary>
    public int Covered => Directions.Count(direction => !direction.IsMissing) + Effects.Concat(Values).Concat(Existence).Count(value => value.Hits > 0);

    /// <summary>The covered part in tenths of a percent, rounded down so that 1,000 means all; 0 without tests.</summary>
    public int PerMille => Tests == 0 ? 0 : Total == 0 ? 1000 : Covered * 1000 / Total;
}

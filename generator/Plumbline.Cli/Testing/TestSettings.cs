using System.Collections.Immutable;

namespace Plumbline.Cli.Testing;

/// <summary>What a run of tests is asked for.</summary>
/// <param name="Paths">Files and folders; none for all tests there are.</param>
/// <param name="Filter">A part of a name, or null.</param>
/// <param name="Format"><c>text</c>, <c>json</c> or <c>junit</c>: what is printed.</param>
/// <param name="Outputs">Formats and the files they are written to.</param>
/// <param name="Aliases">The alias catalogue, or null for the default.</param>
internal sealed record TestSettings(
    ImmutableArray<string> Paths, string? Filter, string Format, ImmutableArray<(string Format, string Path)> Outputs, string? Aliases)
{
    /// <summary>Whether coverage is told.</summary>
    public bool IsCoverage { get; init; }

    /// <summary>The least coverage of each policy in percent, or null.</summary>
    public decimal? MinimumCoverage { get; init; }

    /// <summary>Whether mutants are told.</summary>
    public bool IsMutation { get; init; }

    /// <summary>The least mutation score of each policy in percent, or null.</summary>
    public decimal? MinimumMutation { get; init; }

    /// <summary>Whether expected reasons are rewritten.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>Whether the tests run again after every change.</summary>
    public bool IsWatch { get; init; }

    /// <summary>Whether coverage is needed.</summary>
    public bool NeedsCoverage => IsCoverage || MinimumCoverage is not null || Outputs.Any(output => output.Format.StartsWith("coverage", StringComparison.Ordinal));

    /// <summary>Whether the JSON schema of test files is asked for instead.</summary>
    public bool IsSchema { get; init; }
}

using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Testing;

/// <summary>The tests that a run is about.</summary>
/// <param name="Files">The test files without errors, in ordinal order of their names.</param>
/// <param name="Sources">The texts of the test files.</param>
/// <param name="Given">Definitions at hand by name: those that the catalogs generate.</param>
/// <param name="Expected">The definitions of the catalogs, which should have tests; empty for a run of some paths.</param>
/// <param name="Problems">What is wrong with test files and catalogs.</param>
internal sealed record TestSelection(
    ImmutableArray<TestFile> Files,
    ImmutableArray<SourceText> Sources,
    ImmutableDictionary<string, SourceText> Given,
    ImmutableArray<SourceText> Expected,
    ImmutableArray<Diagnostic> Problems)
{
    /// <summary>The text of a file that a diagnostic is about.</summary>
    public SourceText? SourceOf(string file) => Sources.FirstOrDefault(source => source.File == file) ?? Given.Values.FirstOrDefault(source => source.File == file);
}

using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>The results of a test file.</summary>
/// <param name="File">The file.</param>
/// <param name="Subject">Its policy; null when it cannot be loaded.</param>
/// <param name="Results">The results, in the order of the file; empty when the policy cannot be loaded.</param>
/// <param name="Problems">What is wrong with the policy.</param>
public sealed record TestFileResult(TestFile File, TestSubject? Subject, ImmutableArray<TestResult> Results, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>How many tests passed.</summary>
    public int Passed => Results.Count(result => result.Outcome == TestOutcome.Passed);

    /// <summary>How many did not.</summary>
    public int Failed => Results.Length - Passed;

    /// <summary>Whether the policy could not be loaded.</summary>
    public bool IsUnreadable => Subject is null;
}

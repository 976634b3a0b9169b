using System.Collections.Immutable;
using Plumbline.Reporting.Findings;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Rendering;

/// <summary>The results of tests as JUnit suites, one a file.</summary>
internal static class TestResultJUnit
{
    /// <summary>The suites. A policy that cannot be loaded is an error of a test of that name.</summary>
    public static IEnumerable<JUnitSuite> Of(ImmutableArray<TestFileResult> files) =>
        files.Select(file => new JUnitSuite(file.File.Name, file.Subject?.Name ?? "", file.IsUnreadable ? [Unreadable(file)] : [.. file.Results.Select(result => Of(file, result))]));

    private static JUnitCase Unreadable(TestFileResult file) => new(
        "the policy can be loaded", file.File.Name, TimeSpan.Zero, JUnitOutcome.Error, string.Join("\n", file.Problems.Select(DiagnosticRenderer.Headline)));

    private static JUnitCase Of(TestFileResult file, TestResult result) => new(
        result.Test.Name,
        file.Subject?.Name ?? file.File.Name,
        TimeSpan.Zero,
        result.Outcome switch
        {
            TestOutcome.Passed => JUnitOutcome.Passed,
            TestOutcome.Failed => JUnitOutcome.Failed,
            _ => JUnitOutcome.Error,
        },
        result.Outcome == TestOutcome.Passed ? null : Message(result),
        result.Outcome == TestOutcome.Passed ? null : string.Join("\n", TestResultText.OfFailure(result)).Trim());

    private static string Message(TestResult result) => result.Problems.IsEmpty
        ? string.Join("; ", result.Mismatches.Select(mismatch => $"{mismatch.What}: expected {mismatch.Expected}, was {mismatch.Actual}"))
        : string.Join("; ", result.Problems.Select(problem => problem.Message));
}

using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Rendering;

/// <summary>The results of tests, for a terminal.</summary>
internal static class TestResultText
{
    /// <summary>A line a file, with what failed below it, then the summary.</summary>
    public static IEnumerable<string> Of(ImmutableArray<TestFileResult> files) => [.. files.SelectMany(OfFile), Summary(files)];

    /// <summary>How many passed and how many failed.</summary>
    public static string Summary(ImmutableArray<TestFileResult> files)
    {
        var unreadable = files.Count(file => file.IsUnreadable);
        var (passed, failed) = (files.Sum(file => file.Passed), files.Sum(file => file.Failed));
        return string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed{(unreadable == 0 ? "" : $", {unreadable} policies could not be loaded")}");
    }

    private static IEnumerable<string> OfFile(TestFileResult file)
    {
        var counts = file.IsUnreadable
            ? "the policy could not be loaded"
            : string.Create(CultureInfo.InvariantCulture, $"{file.Passed} passed{(file.Failed == 0 ? "" : $", {file.Failed} failed")}");
        yield return $"{(file.Failed == 0 && !file.IsUnreadable ? '✓' : '✗')} {file.File.Name}  {file.Subject?.Name ?? ""}  {counts}".Replace("    ", "  ", StringComparison.Ordinal);
        foreach (var line in file.Results.Where(result => result.Outcome != TestOutcome.Passed).SelectMany(OfFailure)) yield return line;
    }

    /// <summary>A test that did not pass: where it is, what differs, and how the verdict came about.</summary>
    public static IEnumerable<string> OfFailure(TestResult result)
    {
        yield return "";
        yield return $"  ✗ {Place(result.Test.Location)}  {result.Test.Name}";
        foreach (var mismatch in result.Mismatches) yield return $"    {mismatch.What}: expected {mismatch.Expected}, was {mismatch.Actual}  ({Place(mismatch.Location)})";
        foreach (var problem in result.Problems) yield return $"    {DiagnosticRenderer.Headline(problem)}";
        foreach (var line in Explanation(result)) yield return line.Length == 0 ? "" : $"    {line}";
        yield return "";
    }

    private static IEnumerable<string> Explanation(TestResult result) =>
        result.Verdict is { } verdict ? ExplanationText.Of(verdict.Leading.Result, withTree: true) : [];

    private static string Place(SourceLocation at) => at.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{at.File}:{span.Line}") : at.File;
}

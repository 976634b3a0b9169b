using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Documents;
using Plumbline.Testing.Running;

namespace Plumbline.UnitTests.Testing;

/// <summary>Runs test files that stand in a test, with files that do not exist. Fields are paths from the root of the resource.</summary>
internal sealed class TestBench(params (string Name, string Text)[] files) : ITestDocuments
{
    public const string File = "some.tests.yaml";

    public PolicyTestRunner Runner => field ??= new PolicyTestRunner(this, AliasTable.Empty, UnknownAliasHandling.ReadFromRoot);

    public static ParseResult<TestFile> Read(string yaml) => TestFileReader.Read(new SourceText(File, yaml));

    public TestFileResult Run(string yaml)
    {
        var read = Read(yaml);
        Assert.Equal("", string.Join("\n", read.Diagnostics.Select(problem => $"{problem.Location.Span?.Line}: {problem.Message}")));
        return Runner.Run(Assert.IsType<TestFile>(read.Value));
    }

    /// <summary>A line a test: its outcome, then what is not as expected or why it could not run.</summary>
    public string Outcomes(string yaml) => string.Join("\n", Run(yaml).Results.Select(Outcome));

    public PolicyCoverage Coverage(string yaml) => Assert.Single(new CoverageCollector(Runner).Collect([Run(yaml)], []));

    public ParseResult<SourceText> Read(string path, string from) => files.FirstOrDefault(file => file.Name == path) is { Name: not null } found
        ? new(new SourceText(path, found.Text), [])
        : new(null, [DiagnosticCatalog.FileUnreadable(new SourceLocation(path), "there is none")]);

    public SourceText? Definition(string id, string from) => Read(id[(id.LastIndexOf('/') + 1)..] + ".json", from).Value;

    private static string Outcome(TestResult result)
    {
        IEnumerable<string> details =
        [
            .. result.Mismatches.Select(mismatch => $"{mismatch.What}: {mismatch.Expected} <> {mismatch.Actual} @{mismatch.Location.Span?.Line}"),
            .. result.Problems.Select(problem => $"{problem.Code} @{problem.Location.Span?.Line}"),
        ];
        return string.Join(" ", [result.Outcome.ToString(), .. details]);
    }
}

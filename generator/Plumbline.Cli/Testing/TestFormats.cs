using System.Text;
using Plumbline.Cli.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Testing;

/// <summary>The forms that results are told in.</summary>
/// <param name="now">The time of the run, for the formats that carry it.</param>
/// <param name="isCoverage">Whether the text tells coverage.</param>
internal sealed class TestFormats(DateTimeOffset now, bool isCoverage)
{
    /// <summary>The text of a format.</summary>
    public string Text(string format, TestRun run) => format switch
    {
        "json" => TestResultJson.Of(run),
        "junit" => JUnit(run),
        "coverage-json" => CoverageJson.Of(run.Coverage),
        "coverage-html" => CoverageHtml.Of(run.Coverage, now),
        _ => string.Concat(TestResultText.Of(run.Files).Concat(isCoverage ? CoverageText.Of(run.Coverage) : []).Concat(run.Mutation.IsEmpty ? [] : MutationText.Of(run.Mutation)).Select(line => TerminalText.Encode(line) + "\n")),
    };

    private string JUnit(TestRun run)
    {
        using var buffer = new MemoryStream();
        JUnitWriter.Write(TestResultJUnit.Of(run.Files), now, buffer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

using System.Text.RegularExpressions;
using Plumbline.Lint;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint;

/// <summary>Documents that are wrong on purpose, <c>tests/cases/lint</c>: a comment at the end of a line names the rules whose findings are on it, and there are no others.</summary>
public sealed partial class PlantedProblemTests
{
    public static TheoryData<string> Files => [.. RepositoryFiles.ReadAll("tests/cases/lint", "*.jsonc").Select(source => source.File)];

    [Fact]
    public void There_are_20_documents() => Assert.Equal(20, RepositoryFiles.ReadAll("tests/cases/lint", "*.jsonc").Count());

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_planted_problem_is_found_on_its_line_and_nothing_else(string file)
    {
        var source = RepositoryFiles.Read(file);
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        var planted = lines.SelectMany((line, index) => Planted().Match(line).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => $"{index + 1} {rule}"));

        var found = PolicyLinter.Lint(source, new LintOptions()).Active.Select(finding => $"{finding.Location.Span?.Line} {finding.RuleId}");

        Assert.NotEmpty(planted);
        Assert.Equal(planted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\S.* // ([a-z -]+)$")]
    private static partial Regex Planted();
}

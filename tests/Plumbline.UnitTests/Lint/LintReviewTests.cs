using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Lint;
using Plumbline.Policy.Diagnostics;
using Plumbline.UnitTests.Catalog;
using Plumbline.UnitTests.Policy.BuiltIns;

namespace Plumbline.UnitTests.Lint;

/// <summary>The review of findings, <c>generator/docs/lint-review.md</c>, is about the findings that the rules have now.</summary>
public sealed partial class LintReviewTests
{
    private const int Size = 40;
    private const int OfOneRule = 2;

    [Fact]
    public void Table_has_the_sample_in_its_order()
    {
        var page = RepositoryFiles.Read("generator/docs/lint-review.md").Text.ReplaceLineEndings("\n");
        var rows = Row().Matches(page).Select(match => $"{match.Groups["rule"].Value}|{match.Groups["file"].Value}|$.{match.Groups["path"].Value}");

        Assert.Equal(Sample(), rows);
    }

    private static IEnumerable<string> Sample() => BuiltInCorpus.All.AsParallel()
        .SelectMany(item => PolicyLinter.Lint(new SourceText(item.File, item.Text), new LintOptions { IsEveryRule = true }).Findings)
        .Select(finding => (finding.RuleId, Key: $"{finding.RuleId}|{finding.Location.File}|{finding.Location.Path}"))
        .AsSequential()
        .OrderBy(finding => Hash(finding.Key), StringComparer.Ordinal)
        .GroupBy(finding => finding.RuleId)
        .SelectMany(rule => rule.Take(OfOneRule))
        .OrderBy(finding => Hash(finding.Key), StringComparer.Ordinal)
        .Take(Size)
        .Select(finding => finding.Key);

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex(@"^\| \d+ \| `(?<rule>[a-z-]+)` \| (?<file>[^|]+) \| `(?<path>[^`]+)` \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}

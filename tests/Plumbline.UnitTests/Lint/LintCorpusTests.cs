using System.Collections.Immutable;
using Plumbline.Lint;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;
using Plumbline.UnitTests.Catalog;
using Plumbline.UnitTests.Policy.BuiltIns;

namespace Plumbline.UnitTests.Lint;

/// <summary>What the linter finds in definitions that Microsoft published, and in our own.</summary>
public sealed class LintCorpusTests
{
    // What these say of our own definitions is known: the generator decides what a missing property means, and the others have their reasons in plumbline.yaml.
    private static readonly string[] Answered =
    [
        "deeply-nested-field-alias", "field-alias-unavailable-in-old-api-versions", "optional-field-alias", "policy-rule-references-multiple-resource-types", "read-only-field-alias",
    ];

    private static readonly Lazy<ImmutableArray<LintFinding>> BuiltIns = new(() => [.. BuiltInCorpus.All.AsParallel().AsOrdered()
        .SelectMany(item => PolicyLinter.Lint(new SourceText(item.File, item.Text), new LintOptions { IsEveryRule = true }).Findings)]);

    [Fact]
    public void Findings_on_the_built_ins_are_as_counted() => PinnedList.AssertLines("lint-findings", BuiltIns.Value
        .GroupBy(finding => finding.RuleId, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, $"{group.Count()} in {group.Select(finding => finding.Location.File).Distinct().Count()}")));

    [Fact]
    public void Every_finding_on_the_built_ins_has_a_place_and_a_message_of_one_line() => Assert.All(BuiltIns.Value, finding =>
    {
        Assert.NotNull(finding.Location.Span);
        Assert.InRange(finding.Message.Length, 1, 400);
        Assert.DoesNotContain('\n', finding.Message + finding.Help);
    });

    [Fact]
    public void No_fix_changes_what_another_rule_reports_as_an_error() => Assert.All(BuiltInCorpus.All.Where(item => Errors(item.Text) == 0).Take(100), item =>
        Assert.Equal(0, Errors(LintFixer.Fix(new SourceText(item.File, item.Text), new LintOptions()).Source.Text)));

    [Theory]
    [InlineData("definitions/container-apps")]
    [InlineData("initiative")]
    public void Our_own_documents_have_no_other_finding_than_the_answered_ones(string folder) => Assert.Empty(RepositoryFiles.ReadAll(folder, "*.json")
        .SelectMany(source => PolicyLinter.Lint(source, new LintOptions { Excluded = [.. Answered] }).Findings)
        .Select(finding => $"{finding.Location.File}: {finding.RuleId}: {finding.Message}"));

    private static int Errors(string text) => PolicyLinter.Lint(new SourceText("a.json", text), new LintOptions()).Findings.Count(finding => finding.Severity >= LintSeverity.Error);
}

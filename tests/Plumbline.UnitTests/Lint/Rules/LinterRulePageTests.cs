using Plumbline.Lint.Framework;
using Plumbline.Lint.Rules;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>The examples of the pages of the rules of Azure's policy linter are what they say.</summary>
public sealed class LinterRulePageTests
{
    public static TheoryData<string> Rules => [.. RuleRegistry.Linter.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_reported_example_is_reported(string rule) => Assert.Equal([rule], Findings(rule, "Reported:").Distinct());

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_better_example_is_not(string rule) => Assert.Empty(Findings(rule, "Better:"));

    [Fact]
    public void Pages_state_the_level_of_the_rule() =>
        Assert.All(RuleRegistry.Linter, rule => Assert.Contains($"- Level: {Level(rule.Severity)}\n", Page(rule.Id), StringComparison.Ordinal));

    private static string Level(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        _ => "informational",
    };

    private static IEnumerable<string> Findings(string rule, string heading)
    {
        var page = Page(rule);
        var start = page.IndexOf("```json\n", page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + "```json\n".Length;
        return LinterSample.Findings(rule, page[start..page.IndexOf("```", start, StringComparison.Ordinal)]).Select(finding => finding.Rule);
    }

    private static string Page(string rule) => RepositoryFiles.Read($"generator/docs/rules/{rule}.md").Text.ReplaceLineEndings("\n");
}

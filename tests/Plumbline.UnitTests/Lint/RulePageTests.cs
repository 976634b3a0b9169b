using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plumbline.Lint;
using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Lint.Rules;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint;

/// <summary>The pages of rules are true: what they say of the rule, and what they say is found in their examples.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Rules => [.. PolicyLinter.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_has_title_and_severity_of_its_rule(string id)
    {
        var rule = PolicyLinter.Rules.Single(rule => rule.Id == id);

        Assert.StartsWith($"# {id}\n\n{rule.Title}.\n", Page(id), StringComparison.Ordinal);
        Assert.Contains($" | `{id}` | {SeverityNames.Of(rule.Severity)} | {(rule.IsDefault ? "default" : "all")} |", Page(id), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Reported_example_has_the_findings_that_the_page_names(string id)
    {
        var also = Also().Match(Page(id)).Groups[1].Captures.Select(capture => capture.Value);

        Assert.Equal(also.Append(id).Order(StringComparer.Ordinal), Findings(id, "Reported").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Other_example_has_no_finding_of_the_rule(string id) => Assert.DoesNotContain(id, Findings(id, "Not reported"));

    [Fact]
    public void Rule_that_has_to_be_asked_for_is_not_applied_without()
    {
        var source = new SourceText("page.json", Example(Page("group-without-member"), "Reported") ?? "");

        Assert.DoesNotContain("group-without-member", PolicyLinter.Lint(source, new LintOptions()).Active.Select(finding => finding.RuleId));
        Assert.Contains("group-without-member", PolicyLinter.Lint(source, new LintOptions { IsEveryRule = true }).Active.Select(finding => finding.RuleId));
    }

    private static IEnumerable<string> Findings(string id, string heading)
    {
        var page = Page(id);
        var options = new LintOptions
        {
            Only = [.. RuleRegistry.All.Where(rule => rule.IsDefault).Select(rule => rule.Id), id],
            Environment = LintEnvironment.Default with
            {
                ApiVersion = id == "field-alias-unavailable-in-api-version" ? "2022-03-01" : null,
                Previous = Example(page, "Published before") is { } before ? JObject.Parse(before) : null,
                Definitions = Definitions(Example(page, "Linted together with it")),
            },
        };
        return PolicyLinter.Lint(new SourceText("page.json", Example(page, heading) ?? ""), options).Active.Select(finding => finding.RuleId);
    }

    private static ImmutableDictionary<string, PolicyDefinition> Definitions(string? text) => text is null
        ? []
        : new[] { PolicyParser.ParseDefinition(new SourceText("definition.json", text)).Value }.OfType<PolicyDefinition>().ToImmutableDictionary(definition => definition.Name);

    private static string? Example(string page, string heading)
    {
        const string fence = "```json\n";
        var at = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        if (at < 0) return null;
        var start = page.IndexOf(fence, at, StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Page(string id) => RepositoryFiles.Read($"generator/docs/rules/{id}.md").Text.ReplaceLineEndings("\n");

    [GeneratedRegex("It also has findings of (?:`([a-z-]+)`(?:, |\\.))+")]
    private static partial Regex Also();
}

using Newtonsoft.Json.Linq;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint.Rules;

/// <summary>The examples of the rules' pages are what they say.</summary>
public sealed class OwnRulePageTests
{
    public static TheoryData<string> Rules => ["double-negation", "in-with-one-element", "limit-exceeded", "unsupported-function", "unused-parameter"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_reported_example_is_reported(string rule) => Assert.Equal([rule], OwnSample.Rules(rule, Example(rule, "Reported:")));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_better_example_is_not(string rule) => Assert.Empty(OwnSample.Rules(rule, Example(rule, "Better:")));

    [Fact]
    public void A_finding_points_to_the_list_of_one() => Assert.Equal([2], OwnSample.Lines("in-with-one-element", OwnSample.Audit("{ \"field\": \"name\",\n\"in\": [\"a\"] }")));

    [Fact]
    public void A_list_of_two_is_not_reported() => Assert.Empty(OwnSample.Rules("in-with-one-element", OwnSample.Audit("""{ "field": "name", "in": ["a", "b"] }""")));

    private static string Example(string rule, string heading)
    {
        var page = RepositoryFiles.Read($"generator/docs/rules/{rule}.md").Text.ReplaceLineEndings("\n");
        var start = page.IndexOf("```json\n", page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + "```json\n".Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var parsed = JObject.Parse(example);
        return parsed.ContainsKey("properties") || parsed.ContainsKey("policyRule") ? example : OwnSample.Audit(example);
    }
}

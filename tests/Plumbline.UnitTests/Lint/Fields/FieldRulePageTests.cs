using System.Reflection;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Fields;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint.Fields;

/// <summary>The examples of the rules' pages are what they say.</summary>
public sealed class FieldRulePageTests
{
    // These do not see the guard that the better condition has.
    private static readonly string[] Blind = [FieldRuleIds.Conditional, FieldRuleIds.Optional, FieldRuleIds.UnavailableInOld];

    public static TheoryData<string> Rules => [.. typeof(FieldRuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string?)constant.GetRawConstantValue()).OfType<string>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_reported_example_is_reported(string rule) => Assert.Contains(rule, Findings(rule, "Reported:"));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_better_example_is_not(string rule)
    {
        if (Page(rule).Contains("Better:", StringComparison.Ordinal) && !Blind.Contains(rule)) Assert.DoesNotContain(rule, Findings(rule, "Better:"));
        else Assert.True(Blind.Contains(rule) || rule is FieldRuleIds.MultipleTypes or FieldRuleIds.NotModifiable or FieldRuleIds.UnavailableInVersion);
    }

    private static IEnumerable<string> Findings(string rule, string heading)
    {
        var page = Page(rule);
        var start = page.IndexOf("```json\n", page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + "```json\n".Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var parsed = PolicyParser.ParseDefinition(new SourceText("page.json", JObject.Parse(example).ContainsKey("operation") ? Modify(example) : Audit(example))).Value;
        return new FieldRules(AliasTable.Published, ResourceSchemas.Published, "2022-03-01").Check(Assert.IsType<PolicyDefinition>(parsed)).Select(finding => finding.RuleId);
    }

    private static string Page(string rule) => RepositoryFiles.Read($"generator/docs/rules/{rule}.md").Text.ReplaceLineEndings("\n");

    private static string Audit(string condition) => $$"""{ "policyRule": { "if": {{condition}}, "then": { "effect": "audit" } } }""";

    private static string Modify(string operation) =>
        $$"""{ "policyRule": { "if": { "field": "type", "equals": "Microsoft.App/containerApps" }, "then": { "effect": "modify", "details": { "roleDefinitionIds": ["a"], "operations": [ {{operation}} ] } } } }""";
}

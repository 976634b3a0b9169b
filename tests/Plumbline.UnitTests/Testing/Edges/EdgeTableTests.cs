using System.Text.Json;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Edges;

namespace Plumbline.UnitTests.Testing.Edges;

public sealed class EdgeTableTests
{
    private static readonly EdgeTableMaker Maker = new(AliasTable.Published, ResourceSchemas.Published);

    [Fact]
    public void A_boolean_is_missing_null_the_other_one_and_a_text()
    {
        var table = Make("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": true }""");

        Assert.Equal(
            [
                "properties.configuration.ingress.external missing Compliant",
                "properties.configuration.ingress.external null Compliant",
                "properties.configuration.ingress.external \"true\" NonCompliant",
                "properties.configuration.ingress.external \"false\" Compliant",
                "properties.configuration.ingress.external false Compliant",
                "properties.configuration missing Compliant",
                "properties.configuration null Compliant",
                "properties.configuration.ingress missing Compliant",
                "properties.configuration.ingress null Compliant",
            ],
            Lines(table, EvaluationStatus.NonCompliant));
    }

    [Fact]
    public void A_text_is_empty_in_another_case_and_every_string_of_the_schema()
    {
        var table = Make("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "tcp" }""");

        Assert.Equal(
            ["missing Compliant", "null Compliant", "\"\" Compliant", "\"TCP\" NonCompliant", "1 Compliant", "\"auto\" Compliant", "\"http\" Compliant", "\"http2\" Compliant"],
            Lines(table, EvaluationStatus.NonCompliant).Where(line => line.Contains("transport ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void An_array_gets_one_more_member()
    {
        var table = Make("""{ "count": { "field": "Microsoft.App/containerApps/configuration.registries[*]", "where": { "field": "Microsoft.App/containerApps/configuration.registries[*].identity", "exists": false } }, "greater": 0 }""");

        Assert.Contains("properties.configuration.registries one more: {} NonCompliant", Lines(table, EvaluationStatus.Compliant));
        Assert.Contains("properties.configuration.registries [] Compliant", Lines(table, EvaluationStatus.NonCompliant));
    }

    [Fact]
    public void Two_members_are_tried_when_one_cannot_satisfy()
    {
        var table = Make(
            """
            { "not": { "allOf": [
                { "count": { "field": "Microsoft.App/containerApps/configuration.registries[*]", "where": { "field": "Microsoft.App/containerApps/configuration.registries[*].server", "equals": "a" } }, "equals": 1 },
                { "count": { "field": "Microsoft.App/containerApps/configuration.registries[*]", "where": { "field": "Microsoft.App/containerApps/configuration.registries[*].server", "equals": "b" } }, "equals": 1 } ] } }
            """);

        var compliant = Assert.Single(table.Sections, section => section.Status == EvaluationStatus.Compliant);
        Assert.Contains("""[{"server":"a"},{"server":"b"}]""", PolicyValueWriter.ToCompactJson(compliant.Base.Resource), StringComparison.Ordinal);
    }

    [Fact]
    public void The_related_resource_is_varied_and_left_out()
    {
        var table = Maker.Make(Parse(
            """
            { "if": { "field": "type", "equals": "Microsoft.App/containerApps" }, "then": { "effect": "auditIfNotExists", "details": {
                "type": "Microsoft.App/containerApps/authConfigs", "name": "current",
                "existenceCondition": { "field": "Microsoft.App/containerApps/authConfigs/platform.enabled", "equals": true } } } }
            """));

        Assert.Contains("related: properties.platform.enabled missing NonCompliant", Lines(table, EvaluationStatus.Compliant));
        Assert.Contains("the related resource missing NonCompliant", Lines(table, EvaluationStatus.Compliant));
    }

    [Fact]
    public void Each_type_of_a_rule_has_its_sections()
    {
        var table = Maker.Make(Parse(
            """
            { "if": { "allOf": [ { "field": "type", "in": ["Microsoft.App/jobs", "Microsoft.App/containerApps"] }, { "field": "identity.type", "equals": "None" } ] }, "then": { "effect": "audit" } }
            """));

        Assert.Equal(["Microsoft.App/jobs", "Microsoft.App/jobs", "Microsoft.App/containerApps", "Microsoft.App/containerApps"], table.Sections.Select(section => section.Type));
    }

    [Fact]
    public void A_rule_without_a_type_has_no_sections() =>
        Assert.Empty(Maker.Make(Parse("""{ "if": { "field": "location", "equals": "westeurope" }, "then": { "effect": "audit" } }""")).Sections);

    [Fact]
    public void A_base_is_a_resource_with_what_its_schema_requires()
    {
        var table = Make("""{ "field": "Microsoft.App/containerApps/configuration.registries", "exists": true }""");

        var violating = Assert.Single(table.Sections, section => section.Status == EvaluationStatus.NonCompliant);
        using var json = JsonDocument.Parse(PolicyValueWriter.ToUtf8(violating.Base.Resource));
        Assert.Equal(["id", "name", "type", "location", "properties"], json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"configuration":{"registries":[{}]}}""", json.RootElement.GetProperty("properties").GetRawText());
    }

    [Fact]
    public void Cells_of_a_page_do_not_break_its_table()
    {
        var page = EdgeMarkdown.Write(Make("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "a|b`c" }"""));

        Assert.All(page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)), line => Assert.Equal(5, line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')));
    }

    private static IEnumerable<string> Lines(EdgeTable table, EvaluationStatus from) =>
        Assert.Single(table.Sections, section => section.Status == from).Rows.Select(row => $"{row.Property} {row.Variation} {row.Status}");

    private static EdgeTable Make(string condition) =>
        Maker.Make(Parse($$"""{ "if": { "allOf": [ { "field": "type", "equals": "Microsoft.App/containerApps" }, {{condition}} ] }, "then": { "effect": "audit" } }"""));

    private static PolicyDefinition Parse(string rule)
    {
        var read = PolicyParser.ParseDefinition(new SourceText("definition.json", $$"""{ "name": "test", "properties": { "mode": "All", "policyRule": {{rule}} } }"""));
        Assert.Empty(read.Diagnostics.Where(diagnostic => diagnostic.IsError));
        return Assert.IsType<PolicyDefinition>(read.Value);
    }
}

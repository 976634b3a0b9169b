using System.Collections.Immutable;
using Plumbline.Lint.Fields;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;

namespace Plumbline.UnitTests.Lint.Fields;

public sealed class FieldRulesTests
{
    private const string App = "Microsoft.App/containerApps";

    // optional-field-alias is on nearly every alias and has its own tests.
    [Theory]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": true }""", "")]
    [InlineData("""{ "field": "type", "equals": "Microsoft.App/containerApps" }""", "")]
    [InlineData("""{ "field": "[concat('tags[', 'a', ']')]", "equals": "a" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/unknown", "equals": "a" }""", "")]
    [InlineData("""{ "field": "Microsoft.Compute/imageOffer", "equals": "a" }""", "")]
    [InlineData("""{ "field": "Microsoft.DataFactory/factories/linkedservices/typeProperties.connectionString", "exists": true }""", "conditional-field-alias")]
    [InlineData("""{ "field": "Microsoft.Network/virtualNetworks/subnets[*].delegations[*].serviceName", "equals": "a" }""", "deeply-nested-field-alias field-alias-unavailable-in-old-api-versions")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "equals": 80 }""", "equality-check-on-numeric-field")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "notEquals": "80" }""", "equality-check-on-numeric-field")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "equals": "[add(40, 40)]" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "in": [80, 443] }""", "")]
    [InlineData("""{ "field": "Microsoft.App/managedEnvironments/vnetConfiguration.runtimeSubnetId", "exists": true }""", "field-alias-unavailable-in-latest-api-version")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.registries[*].identity", "exists": true }""", "field-alias-unavailable-in-old-api-versions")]
    [InlineData("""{ "value": "[field('Microsoft.App/containerApps/configuration.registries[*].identity')]", "exists": true }""", "field-alias-unavailable-in-old-api-versions")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "greater": 1 }""", "ordering-operator-on-incompatible-field-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "less": "port" }""", "ordering-operator-on-incompatible-field-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.targetPort", "less": 1024 }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "less": 1 }""", "ordering-operator-on-incompatible-field-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/latestRevisionFqdn", "exists": true }""", "read-only-field-alias")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "TCP" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "[parameters('x')]" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "like": "tpc*" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "in": ["tcp", "tpc", "udp"] }""", "string-not-in-enum string-not-in-enum")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": "true" }""", "")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": "yes" }""", "literal-of-incompatible-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": 1 }""", "literal-of-incompatible-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/configuration.registries", "equals": "none" }""", "literal-of-incompatible-type")]
    [InlineData("""{ "field": "Microsoft.App/containerApps/managedEnvironmentId", "equals": true }""", "")]
    public void A_condition_has_findings(string condition, string expected) =>
        Assert.Equal(expected, string.Join(' ', Findings(Rule(condition)).Select(finding => finding.RuleId).Where(id => id != FieldRuleIds.Optional)));

    [Theory]
    [InlineData("configuration.ingress.external", true)]
    [InlineData("configuration.ingress", true)]
    [InlineData("latestRevisionFqdn", false)]
    public void An_optional_property_is_told_unless_it_is_read_only(string name, bool expected) =>
        Assert.Equal(expected, Findings(Rule($$"""{ "field": "{{App}}/{{name}}", "exists": true }""")).Any(finding => finding.RuleId == FieldRuleIds.Optional));

    [Fact]
    public void A_required_property_is_not_optional() =>
        Assert.DoesNotContain(Findings(Rule("""{ "field": "Microsoft.KeyVault/vaults/sku.name", "equals": "premium" }""")), finding => finding.RuleId == FieldRuleIds.Optional);

    [Fact]
    public void The_nearest_string_is_offered()
    {
        var finding = Assert.Single(Findings(Rule("""{ "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "htttp" }""")), finding => finding.RuleId == FieldRuleIds.UnknownValue);

        Assert.Equal("did you mean 'http'?", finding.Help);
        Assert.Equal("'htttp' is no value that the schema of Microsoft.App/containerApps knows for 'Microsoft.App/containerApps/configuration.ingress.transport'", finding.Message);
        Assert.NotNull(finding.Location?.Span);
    }

    [Theory]
    [InlineData("2022-01-01-preview", true)]
    [InlineData("2022-03-01", false)]
    [InlineData("1999-01-01", false)]
    [InlineData(null, false)]
    public void An_api_version_that_is_asked_for_is_checked(string? apiVersion, bool expected) =>
        Assert.Equal(expected, Findings(Rule($$"""{ "field": "{{App}}/configuration.registries[*].identity", "exists": true }"""), apiVersion).Any(finding => finding.RuleId == FieldRuleIds.UnavailableInVersion));

    [Fact]
    public void An_existence_condition_reads_what_is_stored()
    {
        const string rule = """
            { "if": { "field": "type", "equals": "Microsoft.App/managedEnvironments" }, "then": { "effect": "auditIfNotExists", "details": { "type": "Microsoft.App/containerApps",
              "existenceCondition": { "allOf": [
                { "field": "Microsoft.App/containerApps/latestRevisionFqdn", "exists": true },
                { "field": "Microsoft.App/containerApps/configuration.ingress.transport", "equals": "udp" } ] } } } }
            """;

        Assert.Equal([FieldRuleIds.UnknownValue], Findings(rule).Select(finding => finding.RuleId));
    }

    [Theory]
    [InlineData("""{ "allOf": [ { "field": "type", "in": ["A.B/c", "A.B/d"] } ] }""", true)]
    [InlineData("""{ "not": { "field": "type", "in": ["A.B/c", "A.B/d"] } }""", false)]
    [InlineData("""{ "not": { "not": { "field": "type", "in": ["A.B/c", "a.b/D"] } } }""", true)]
    [InlineData("""{ "field": "type", "in": ["A.B/c", "a.b/C"] }""", false)]
    [InlineData("""{ "allOf": [ { "field": "type", "equals": "A.B/c" }, { "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": true } ] }""", true)]
    public void Types_are_counted_from_positive_conditions_and_aliases(string condition, bool expected) =>
        Assert.Equal(expected, Findings(Rule(condition)).Any(finding => finding.RuleId == FieldRuleIds.MultipleTypes));

    [Theory]
    [InlineData("latestRevisionFqdn", "a", "modify-on-read-only-alias")]
    [InlineData("configuration.ingress.transport", "htttp", "string-not-in-enum")]
    [InlineData("configuration.ingress.transport", "http", "")]
    public void What_modify_writes_is_judged(string name, string value, string expected)
    {
        var rule = $$"""
            { "if": { "field": "type", "equals": "{{App}}" }, "then": { "effect": "modify", "details": { "roleDefinitionIds": ["a"],
              "operations": [ { "operation": "addOrReplace", "field": "{{App}}/{{name}}", "value": "{{value}}" } ] } } }
            """;

        Assert.Equal(expected, string.Join(' ', Findings(rule).Select(finding => finding.RuleId)));
    }

    [Theory]
    [InlineData(true, "modify-on-read-only-alias")]
    [InlineData(false, "")]
    public void An_alias_that_Azure_does_not_let_policies_modify_is_known(bool isModify, string expected)
    {
        var aliases = AliasTable.Of([new Alias($"{App}/workloadProfileName", "properties.workloadProfileName", IsDerived: false) { IsModifiable = false }]);
        var details = isModify
            ? $$"""{ "roleDefinitionIds": ["a"], "operations": [ { "operation": "addOrReplace", "field": "{{App}}/workloadProfileName", "value": "a" } ] }"""
            : $$"""[ { "field": "{{App}}/workloadProfileName", "value": "a" } ]""";
        var rule = $$"""{ "if": { "field": "type", "equals": "{{App}}" }, "then": { "effect": "{{(isModify ? "modify" : "append")}}", "details": {{details}} } }""";

        Assert.Equal(expected, string.Join(' ', new FieldRules(aliases, ResourceSchemas.Published).Check(Parse(rule)).Select(finding => finding.RuleId)));
    }

    private static string Rule(string condition) => $$"""{ "if": {{condition}}, "then": { "effect": "audit" } }""";

    private static ImmutableArray<FieldFinding> Findings(string rule, string? apiVersion = null) => new FieldRules(AliasTable.Published, ResourceSchemas.Published, apiVersion).Check(Parse(rule));

    private static PolicyDefinition Parse(string rule)
    {
        var read = PolicyParser.ParseDefinition(new SourceText("definition.json", $$"""{ "properties": { "parameters": { "x": { "type": "String" } }, "policyRule": {{rule}} } }"""));
        Assert.Empty(read.Diagnostics.Where(diagnostic => diagnostic.IsError));
        return Assert.IsType<PolicyDefinition>(read.Value);
    }
}

using Plumbline.Policy.Aliases;
using Plumbline.Policy.Schemas;

namespace Plumbline.UnitTests.Policy.Schemas;

/// <summary>Facts that Azure documents, read from the embedded schemas.</summary>
public sealed class ResourceSchemaTests
{
    [Theory]
    [InlineData("Microsoft.App/containerApps", "properties.configuration.ingress.external", ValueKinds.Boolean)]
    [InlineData("microsoft.APP/containerapps", "PROPERTIES.Configuration.INGRESS.external", ValueKinds.Boolean)]
    [InlineData("Microsoft.App/containerApps", "properties.configuration.registries", ValueKinds.Array)]
    [InlineData("Microsoft.App/containerApps", "properties.configuration.registries[*]", ValueKinds.Object)]
    [InlineData("Microsoft.App/containerApps", "properties.template.containers[*].resources.cpu", ValueKinds.Number)]
    [InlineData("Microsoft.App/containerApps", "tags['owner']", ValueKinds.String)]
    [InlineData("Microsoft.App/containerApps", "properties.template.scale.rules[*].custom.metadata.anything", ValueKinds.String)]
    [InlineData("Microsoft.KeyVault/vaults", "properties.softDeleteRetentionInDays", ValueKinds.Number)]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", ValueKinds.Boolean)]
    [InlineData("Microsoft.Network/virtualNetworks", "properties.subnets[*].properties.networkSecurityGroup.properties.securityRules[*].properties.access", ValueKinds.String)]
    public void A_property_has_the_type_of_the_newest_version(string type, string path, ValueKinds expected) => Assert.Equal(expected, Facts(type, path).Value.Kinds);

    [Theory]
    [InlineData("Microsoft.App/containerApps", "properties.nope")]
    [InlineData("Microsoft.App/containerApps", "properties.configuration[*]")]
    [InlineData("Microsoft.App/containerApps", "tags[*]")]
    [InlineData("Contoso.Unknown/things", "properties")]
    public void An_unknown_property_has_no_facts(string type, string path) => Assert.Null(ResourceSchemas.Published.FactsOf(type, path));

    [Theory]
    [InlineData("Microsoft.App/containerApps", "properties.configuration.ingress.transport", "auto http http2 tcp", true)]
    [InlineData("Microsoft.KeyVault/vaults", "properties.sku.family", "A", true)]
    [InlineData("Microsoft.KeyVault/vaults", "properties.sku.name", "premium standard", false)]
    [InlineData("Microsoft.Web/sites", "properties.siteConfig.minTlsVersion", "1.0 1.1 1.2 1.3", true)]
    [InlineData("Microsoft.App/containerApps", "properties.environmentId", "", false)]
    public void Known_strings_are_told_in_order(string type, string path, string values, bool acceptsOthers)
    {
        var value = Facts(type, path).Value;

        Assert.Equal(values, string.Join(' ', value.Values));
        Assert.Equal(acceptsOthers, value.AcceptsOtherValues);
    }

    [Theory]
    [InlineData("Microsoft.App/containerApps", "location", PropertyState.Present | PropertyState.Required)]
    [InlineData("Microsoft.App/containerApps", "properties.environmentId", PropertyState.Present)]
    [InlineData("Microsoft.App/containerApps", "properties.latestRevisionFqdn", PropertyState.Present | PropertyState.ReadOnly)]
    [InlineData("Microsoft.App/containerApps", "properties.configuration.secrets[*].value", PropertyState.Present | PropertyState.WriteOnly)]
    [InlineData("Microsoft.Storage/storageAccounts", "sku.name", PropertyState.Present | PropertyState.Required)]
    [InlineData("Microsoft.DataFactory/factories/linkedservices", "properties.typeProperties.connectionString", PropertyState.Present | PropertyState.Conditional)]
    public void A_property_is_in_its_newest_version(string type, string path, PropertyState expected) => Assert.Equal(expected, Facts(type, path).NewestState & ~PropertyState.Untyped);

    [Fact]
    public void A_property_that_came_later_is_absent_before()
    {
        var facts = Facts("Microsoft.KeyVault/vaults", "properties.softDeleteRetentionInDays");

        Assert.Equal(["2015-06-01", "2016-10-01", "2018-02-14-preview", "2018-02-14"], facts.AbsentFrom);
        Assert.Equal(PropertyState.Absent, facts.StateIn("2016-10-01"));
        Assert.Equal(PropertyState.Present, facts.StateIn("2019-09-01"));
        Assert.Null(facts.StateIn("1999-01-01"));
        Assert.True(facts.IsInNewest);
    }

    [Fact]
    public void A_property_that_was_taken_away_is_not_in_the_newest_version() =>
        Assert.False(Facts("Microsoft.App/managedEnvironments", "properties.vnetConfiguration.runtimeSubnetId").IsInNewest);

    [Fact]
    public void A_schema_tells_its_versions_oldest_first()
    {
        Assert.True(ResourceSchemas.Published.TryFind("microsoft.app/CONTAINERAPPS", out var schema));

        Assert.Equal("Microsoft.App/containerApps", schema.Type);
        Assert.Equal("2022-01-01-preview", schema.ApiVersions[0]);
        Assert.Equal("2026-07-01", schema.NewestApiVersion);
        Assert.Equal(schema.ApiVersions.Distinct(), schema.ApiVersions);
    }

    [Fact]
    public void The_facts_of_an_alias_are_those_of_its_path()
    {
        Assert.True(AliasTable.Published.TryFind("Microsoft.App/containerApps/configuration.ingress.allowInsecure", out var alias));

        var facts = ResourceSchemas.Published.FactsOf(alias);

        Assert.Equal("properties.configuration.ingress.allowInsecure", facts?.Path);
        Assert.Equal(ValueKinds.Boolean, facts?.Value.Kinds);
    }

    private static PropertyFacts Facts(string type, string path) => ResourceSchemas.Published.FactsOf(type, path) ?? throw new InvalidOperationException($"{type} has no {path}.");
}

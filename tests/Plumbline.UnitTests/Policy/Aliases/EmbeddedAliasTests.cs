using System.IO.Compression;
using Plumbline.Policy.Aliases;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class EmbeddedAliasTests
{
    private const string PublishedList = "generator/Plumbline.Policy/Aliases/policy-aliases-2024-05.csv.gz";
    private static readonly string[] DerivedProviders =
        ["Microsoft.App", "Microsoft.ContainerRegistry", "Microsoft.Insights", "Microsoft.KeyVault", "Microsoft.Network", "Microsoft.OperationalInsights"];

    [Fact]
    public void Every_published_alias_is_found_with_its_path()
    {
        var lines = PublishedLines();
        Assert.Equal(65_399, lines.Count);

        var lost = lines.Where(line => !AliasTable.Published.TryFind(line.Name, out var alias)
            || alias.IsDerived
            || (alias.Path != line.Path && !alias.OtherPaths.Contains(line.Path)));

        Assert.Empty(lost);
    }

    [Fact]
    public void Nothing_is_published_that_is_not_in_the_list()
    {
        var names = PublishedLines().Select(line => line.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(All().Where(alias => !alias.IsDerived && !names.Contains(alias.Name)).Select(alias => alias.Name));
    }

    [Fact]
    public void Derived_aliases_are_of_six_providers_and_repeat_no_published_one()
    {
        var names = PublishedLines().Select(line => line.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var derived = All().Where(alias => alias.IsDerived).ToList();

        Assert.Equal(10_570, derived.Count);
        Assert.Empty(derived.Where(alias => names.Contains(alias.Name)).Select(alias => alias.Name));
        Assert.Equal(
            DerivedProviders,
            derived.Select(alias => AliasTable.NamespaceOf(alias.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Aliases_once_derived_by_hand_keep_their_paths()
    {
        var lines = RepositoryFiles.Read("tests/resources/aliases/derived-by-hand.csv").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(102, lines.Length);

        Assert.All(lines.Select(line => line.Split(',')), pair =>
        {
            Assert.True(AliasTable.Published.TryFind(pair[0], out var alias), pair[0]);
            Assert.Equal((pair[1], true), (alias.Path, alias.IsDerived));
        });
    }

    [Theory]
    [InlineData("microsoft.network/VIRTUALNETWORKS/subnets[*].addressPrefix", "properties.subnets[*].properties.addressPrefix", false)]
    [InlineData("Microsoft.Network/virtualNetworks/subnets[*].name", "properties.subnets[*].name", false)]
    [InlineData("Microsoft.App/jobs/template.containers[*].image", "properties.template.containers[*].image", true)]
    [InlineData("Microsoft.Network/virtualNetworks/flowLogs[*].recordTypes", "properties.flowLogs[*].properties.recordTypes", true)]
    [InlineData("Microsoft.ContainerRegistry/registries/sku.tier", "sku.tier", false)]
    [InlineData("Microsoft.EventGrid/eventSubscriptions/filter.advancedFilters[*].StringNotEndsWith", "properties.filter.advancedFilters[*]", false)]
    public void An_alias_is_found_in_any_case(string name, string path, bool isDerived)
    {
        Assert.True(AliasTable.Published.TryFind(name, out var alias));
        Assert.Equal((path, isDerived), (alias.Path, alias.IsDerived));
    }

    [Fact]
    public void A_shared_name_belongs_to_the_types_that_share_it()
    {
        Assert.True(AliasTable.Published.TryFind("Microsoft.Compute/imageOffer", out var alias));
        Assert.Equal("properties.storageProfile.imageReference.offer", alias.Path);
        Assert.Equal(["properties.virtualMachineProfile.storageProfile.imageReference.offer", "properties.creationData.imageReference.id"], alias.OtherPaths.ToArray());
        Assert.Equal(
            "properties.virtualMachineProfile.storageProfile.imageReference.offer",
            AliasTable.Published.OfType("Microsoft.Compute/virtualMachineScaleSets").Single(of => of.Name == "Microsoft.Compute/imageOffer").Path);
    }

    [Theory]
    [InlineData("Microsoft.HybridCompute/machines", "Microsoft.HybridCompute/imageOffer")]
    [InlineData("Microsoft.Compute/virtualMachines", "Microsoft.Compute/licenseType")]
    [InlineData("Microsoft.Compute/disks", "Microsoft.Compute/imageId")]
    [InlineData("Microsoft.Sql/servers/auditingSettings", "Microsoft.Sql/auditingSettings.state")]
    public void A_name_directly_under_a_provider_is_in_the_list_of_its_type(string type, string name) =>
        Assert.Contains(AliasTable.Published.OfType(type), alias => alias.Name == name);

    [Fact]
    public void Several_threads_read_the_same_table()
    {
        var names = PublishedLines().Where((_, index) => index % 97 == 0).Select(line => line.Name).ToList();

        Assert.All(names.AsParallel().WithDegreeOfParallelism(4).Select(name => AliasTable.Published.TryFind(name, out _)), Assert.True);
    }

    [Fact]
    public void The_packs_are_no_larger_than_the_list_was()
    {
        Assert.InRange(EmbeddedPack.Read("Aliases.aliases.pack").Length, 1, 557_000);
        Assert.InRange(EmbeddedPack.Read("Aliases.resource-types.pack").Length, 1, 150_000);
    }

    private static IEnumerable<Alias> All() => AliasTable.Published.Namespaces
        .SelectMany(provider => AliasTable.Published.TypesOf(provider))
        .SelectMany(AliasTable.Published.NamedUnder);

    private static List<(string Name, string Path)> PublishedLines()
    {
        using var reader = new StreamReader(new GZipStream(RepositoryFiles.Open(PublishedList), CompressionMode.Decompress));
        var lines = new List<(string, string)>();
        while (reader.ReadLine()?.Split(',') is [var name, var path]) lines.Add((name, path));
        return lines;
    }
}

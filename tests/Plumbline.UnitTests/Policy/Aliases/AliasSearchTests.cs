using Plumbline.Policy.Aliases;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class AliasSearchTests
{
    [Theory]
    [InlineData("containerApps INGRESS", "containerApps INGRESS", "Microsoft.App/containerApps/configuration.ingress")]
    [InlineData("containrApps ingres", "containerApps ingres", "Microsoft.App/containerApps/configuration.ingress")]
    [InlineData("nothing-like-it-anywhere", "nothing-like-it-anywhere", null)]
    [InlineData("virtualNetworks/subnets[*].addressPrefix", "virtualNetworks/subnets[*].addressPrefix", "Microsoft.Network/virtualNetworks/subnets[*].addressPrefix")]
    public void The_shortest_name_with_all_words_comes_first(string terms, string words, string? first)
    {
        var (searched, found) = AliasSearch.Find(AliasTable.Published, terms);

        Assert.Equal((words, first), (string.Join(' ', searched), found.FirstOrDefault()?.Name));
    }

    [Fact]
    public void Words_are_found_in_paths_too() =>
        Assert.Equal(["Contoso.A/b/c"], AliasSearch.Find(AliasTable.Of([new("Contoso.A/b/c", "properties.deep", false), new("Contoso.A/b/d", "x", false)]), "DEEP").Found.Select(alias => alias.Name));
}

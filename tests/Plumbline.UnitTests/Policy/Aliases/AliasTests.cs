using Plumbline.Policy.Aliases;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class AliasTests
{
    private static readonly Alias Versioned = new("Contoso.A/b/c", "properties.c", false)
    {
        IsModifiable = true,
        VersionPaths =
        [
            new("properties.old", ["2020-01-01", "2020-01-01-Preview"], false),
            new("properties.older", ["2020-01-01", "2019-01-01"]),
        ],
    };

    [Theory]
    [InlineData(null, "properties.c", true)]
    [InlineData("2024-01-01", "properties.c", true)]
    [InlineData("2020-01-01", "properties.old", false)]
    [InlineData("2020-01-01-PREVIEW", "properties.old", false)]
    [InlineData("2019-01-01", "properties.older", true)]
    [InlineData("2019-01", "properties.c", true)]
    public void Path_is_that_of_exactly_the_version(string? apiVersion, string path, bool isModifiable) =>
        Assert.Equal((path, (bool?)isModifiable), (Versioned.PathFor(apiVersion), Versioned.IsModifiableIn(apiVersion)));

    [Fact]
    public void An_array_is_found_through_its_members()
    {
        var members = new Alias("Contoso.A/b/c[*]", "properties.c[*]", false) { ValueType = "String", VersionPaths = [new("properties.d[*]", ["2020-01-01"])] };

        Assert.True(AliasTable.Of([members]).TryFind("contoso.a/B/C", out var found));
        Assert.Equal(("Contoso.A/b/c", "properties.c", "properties.d", null), (found.Name, found.Path, found.PathFor("2020-01-01"), found.ValueType));
    }

    [Fact]
    public void The_empty_table_knows_nothing()
    {
        Assert.False(AliasTable.Empty.TryFind("Microsoft.App/containerApps/managedBy", out _));
        Assert.Null(AliasTable.Empty.Nearest("Microsoft.App/containerApps/managedBy"));
        Assert.False(AliasTable.Empty.HasType("Microsoft.App/containerApps"));
        Assert.Empty(AliasTable.Empty.Namespaces);
    }

    [Theory]
    [InlineData("properties.criteria.odata.type", new[] { "properties", "criteria", "odata.type" })]
    [InlineData("properties.rules[*].action.@odata.type", new[] { "properties", "rules", "[*]", "action", "@odata.type" })]
    [InlineData("odata", new[] { "odata" })]
    public void The_discriminator_of_odata_is_one_step(string path, string[] steps) => Assert.Equal(steps, AliasPath.Parse(path).Steps);
}

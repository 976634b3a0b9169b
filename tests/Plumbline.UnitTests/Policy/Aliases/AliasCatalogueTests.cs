using System.Text;
using System.Text.Json;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class AliasCatalogueTests
{
    private const string Type = """{"resourceType": "b", "aliases": [{"name": "Contoso.A/b/c", "defaultPath": "properties.c", "paths": null}]}""";
    private const string Provider = """{"namespace": "Contoso.A", "resourceTypes": [""" + Type + "]}";

    [Theory]
    [InlineData("[" + Provider + "]")]
    [InlineData("""{"value": [""" + Provider + "]}")]
    [InlineData(Provider)]
    [InlineData("\uFEFF" + Provider)]
    [InlineData("""{"id": "/subscriptions/1/providers/Contoso.A", "resourceTypes": [""" + Type + "]}")]
    [InlineData("""{"Namespace": "Contoso.A", "ResourceTypes": [{"ResourceType": "b", "Aliases": [{"Name": "Contoso.A/b/c", "DefaultPath": {"path": "properties.c", "apiVersions": []}}]}]}""")]
    [InlineData("""{"dataNamespace": "Contoso.A", "resourceTypeAliases": [{"resourceType": "b", "aliases": [{"name": "Contoso.A/b/c", "paths": [{"path": "properties.c"}, {"path": "d"}]}]}]}""")]
    [InlineData("""{"properties": {"policyMode": "Contoso.A", "resourceTypeAliases": [{"resourceType": "Contoso.A/b", "aliases": [{"name": "Contoso.A/b/c", "paths": [{"path": "properties.c"}]}]}]}}""")]
    public void Every_shape_of_azure_is_read(string json)
    {
        var table = Table(json);

        Assert.True(table.TryFind("contoso.a/b/C", out var alias));
        Assert.Equal(("Contoso.A/b/c", "properties.c", false), (alias.Name, alias.Path, alias.IsDerived));
        Assert.Equal(["Contoso.A/b/c"], table.OfType("CONTOSO.A/B").Select(of => of.Name));
        Assert.True(table.HasType("Contoso.A/b"));
    }

    [Fact]
    public void Paths_metadata_and_patterns_are_read()
    {
        var alias = Find("""
            [{"namespace": "Contoso.A", "resourceTypes": [{"resourceType": "b", "aliases": [{
              "name": "Contoso.A/b/c", "type": "PlainText", "defaultPath": "properties.c",
              "defaultPattern": {"phrase": "/x/{y}", "variable": "y", "type": "Extract"},
              "defaultMetadata": {"type": "String", "attributes": "Modifiable"},
              "paths": [
                {"path": "properties.d", "apiVersions": ["2020-01-01"], "metadata": {"type": "String", "attributes": "None"}},
                {"path": "properties.e", "apiVersions": ["2021-01-01", null], "schemaVersions": ["v2"], "metadata": null},
                {"apiVersions": ["2022-01-01"]}, 7]}]}]}]
            """);

        Assert.Equal(("String", true, "/x/{y}"), (alias.ValueType, alias.IsModifiable, alias.Pattern));
        Assert.Equal(["properties.d: 2020-01-01, False", "properties.e: 2021-01-01 v2, "], alias.VersionPaths.Select(path => $"{path.Path}: {string.Join(' ', path.ApiVersions)}, {path.IsModifiable}"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "defaultMetadata": null""", null)]
    [InlineData(""", "defaultMetadata": {"type": "String"}""", false)]
    [InlineData(""", "defaultMetadata": {"attributes": "None"}""", false)]
    [InlineData(""", "defaultMetadata": {"attributes": "NotSpecified, modifiable"}""", true)]
    public void Metadata_says_whether_an_alias_is_modifiable(string metadata, bool? expected) =>
        Assert.Equal(expected, Find($$"""{"namespace": "Contoso.A", "resourceTypes": [{"resourceType": "b", "aliases": [{"name": "Contoso.A/b/c", "defaultPath": "c"{{metadata}}}]}]}""").IsModifiable);

    [Fact]
    public void The_later_of_two_equal_names_counts()
    {
        const string Json = """
            [{"namespace": "Contoso.A", "resourceTypes": [
              {"resourceType": "b", "aliases": [{"name": "Contoso.A/b/c", "defaultPath": "one"}, {"name": "contoso.a/B/C", "defaultPath": "two"}]},
              {"resourceType": "B", "aliases": [{"name": "Contoso.A/b/c", "defaultPath": "three"}]}]}]
            """;

        Assert.Equal("three", Find(Json).Path);
        Assert.Empty(Find(Json).OtherPaths);
    }

    [Fact]
    public void A_name_of_two_types_keeps_both_paths()
    {
        var table = Table("""
            [{"namespace": "Contoso.A", "resourceTypes": [
              {"resourceType": "b", "aliases": [{"name": "Contoso.A/shared", "defaultPath": "one"}]},
              {"resourceType": "c", "aliases": [{"name": "Contoso.A/shared", "defaultPath": "two"}]}]}]
            """);

        Assert.True(table.TryFind("Contoso.A/shared", out var alias));
        Assert.Equal(("one", "two"), (alias.Path, Assert.Single(alias.OtherPaths)));
        Assert.Equal("two", Assert.Single(table.OfType("Contoso.A/c")).Path);
    }

    [Theory]
    [InlineData("", "PLB2080")]
    [InlineData("[", "PLB2080")]
    [InlineData("""{"value": [{"namespace": "\ud800", "resourceTypes": []}]}""", "PLB2080")]
    [InlineData("7", "PLB2081")]
    [InlineData("{}", "PLB2081")]
    [InlineData("""{"value": 3}""", "PLB2081")]
    [InlineData("[7]", "PLB2082 PLB2084")]
    [InlineData("[null, " + Provider + "]", "PLB2082")]
    [InlineData("""{"namespace": "Contoso.A", "resourceTypes": [7, {"aliases": []}]}""", "PLB2082 PLB2082 PLB2084")]
    [InlineData("""{"namespace": "Contoso.A", "resourceTypes": [{"resourceType": "b"}, {"resourceType": "c", "aliases": null}]}""", "PLB2084")]
    [InlineData("""{"namespace": "Contoso.A", "resourceTypes": [{"resourceType": "b", "aliases": [{"name": "x"}, {"defaultPath": "y"}, 7]}]}""", "PLB2083 PLB2084")]
    [InlineData("[]", "PLB2084")]
    public void What_is_wrong_is_told(string json, string codes)
    {
        var result = AliasTable.Read(Encoding.UTF8.GetBytes(json), "aliases.json");

        Assert.Equal(codes, string.Join(' ', result.Diagnostics.Select(diagnostic => diagnostic.Code)));
        Assert.Equal(result.Value is null, result.Diagnostics.Any(diagnostic => diagnostic.IsError));
    }

    [Fact]
    public void A_missing_element_is_no_catalogue() =>
        Assert.Equal("PLB2081", Assert.Single(AliasTable.Read(default(JsonElement), "aliases.json").Diagnostics).Code);

    private static Alias Find(string json)
    {
        Assert.True(Table(json).TryFind("Contoso.A/b/c", out var alias));
        return alias;
    }

    private static AliasTable Table(string json)
    {
        var result = AliasTable.Read(Encoding.UTF8.GetBytes(json), "aliases.json");
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Information));
        return Assert.IsType<AliasTable>(result.Value);
    }
}

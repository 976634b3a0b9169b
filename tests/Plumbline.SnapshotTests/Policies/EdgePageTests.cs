using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.SnapshotTests.Verification;
using Plumbline.Testing.Edges;

namespace Plumbline.SnapshotTests.Policies;

/// <summary>The truth tables of all policies of the catalog are committed in <c>generator/docs/policies</c>: a verdict that changes is a difference that a reviewer sees.</summary>
public sealed class EdgePageTests
{
    private const string Folder = "generator/docs/policies";

    private static readonly ImmutableSortedDictionary<string, EdgeTable> Tables = MakeTables();

    public static TheoryData<string> Policies => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Truth_table_is_as_accepted(string policy) => Verify($"{policy}.md", EdgeMarkdown.Write(Tables[policy]));

    [Fact]
    public void The_index_lists_every_policy() => Verify("README.md", Index());

    [Fact]
    public void No_page_is_of_a_policy_that_is_gone() =>
        Assert.Equal(Tables.Keys.Select(policy => $"{Folder}/{policy}.md").Append($"{Folder}/README.md").Order(StringComparer.Ordinal), Checkout.Workspace.ReadAll(Folder, "*.md").Select(page => page.File).Order(StringComparer.Ordinal));

    // A policy that cannot be violated, or not be satisfied, by a valid resource would be one that nobody can use.
    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_policy_has_a_compliant_and_a_violating_resource(string policy)
    {
        var types = Tables[policy].Sections.GroupBy(section => section.Type).ToList();

        if (policy == "aca-attest-service-principals") Assert.Single(Assert.Single(types));
        else Assert.All(types, sections => Assert.Equal(2, sections.Count()));
        Assert.NotEmpty(types);
    }

    private static ImmutableSortedDictionary<string, EdgeTable> MakeTables()
    {
        var maker = new EdgeTableMaker(AliasTable.Published, ResourceSchemas.Published);
        return Checkout.Workspace.ReadAll("definitions/container-apps", "*.json").Concat(Checkout.Workspace.ReadAll("generator/catalog/builtins", "*.json"))
            .ToImmutableSortedDictionary(source => Path.GetFileNameWithoutExtension(source.File), source => maker.Make(Parse(source)), StringComparer.Ordinal);
    }

    private static PolicyDefinition Parse(SourceText source) => PolicyParser.ParseDefinition(source).Value ?? throw new InvalidOperationException($"{source.File} cannot be read.");

    private static string Index()
    {
        var cases = Tables.Values.SelectMany(table => table.Sections).Sum(section => section.Rows.Length);
        var lines = Tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"| [{table.Value.Definition.DisplayName}]({table.Key}.md) | {table.Value.Sections.Sum(section => section.Rows.Length)} |\n"));
        return $"""
            # Edge cases of the policies

            What each policy of the catalog says when a property is missing, null, empty, of another case or type, when a parent is missing and when an array has one member more: {cases} cases,
            made from the schemas of the resource types, each one property away from a compliant or a violating resource. Nobody wrote these verdicts; the tests pin them.

            | policy | cases |
            |---|---:|

            """.ReplaceLineEndings("\n") + string.Concat(lines);
    }

    private static void Verify(string page, string text)
    {
        var path = $"{Folder}/{page}";
        if (SnapshotUse.IsAccepting) Checkout.Workspace.Write(path, text);
        Assert.Equal(text, Checkout.Workspace.Read(path)?.Text);
    }
}

using System.Collections.Immutable;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Testing;
using Plumbline.Generation;
using Plumbline.Generation.Reading;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Diagnostics;
using Plumbline.Testing.Running;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Testing;

public sealed class CatalogExampleTests
{
    private const string Examples = """
        examples:
                        - { resource: { type: Microsoft.App/containerApps, location: here, properties: { configuration: { ingress: { ipSecurityRestrictions: [{ action: Allow }] } } } }, expect: NonCompliant }
                        - { resource: { type: Microsoft.App/jobs }, expect: NotApplicable }
                      name: aca-ip-rules-not-open

        """;

    private static readonly SourceText Original = RepositoryFiles.Read("generator/catalog/azure-container-apps.yaml");
    private static readonly ImmutableArray<SourceText> BuiltIns = [.. RepositoryFiles.ReadAll("generator/catalog/builtins", "*.json")];

    [Fact]
    public void Examples_of_a_policy_are_tests_of_what_the_catalog_generates()
    {
        var examples = CatalogExamples.Of(new LoadedCatalog(Original, Read(WithExamples(Examples)).Value ?? throw new InvalidOperationException()), BuiltIns, source => source);

        var file = Assert.Single(examples.Files);
        var result = new PolicyTestRunner(new TestBench(), AliasTable.Published).Run(file);
        Assert.Equal(("aca-ip-rules-not-open", 2, 0), (result.Subject?.Name, result.Passed, result.Failed));
        Assert.Contains("definitions/container-apps/aca-attest-service-principals.json", examples.Definitions.Select(definition => definition.File));
        Assert.Contains("generator/catalog/builtins/2b585559-a78e-4cc4-b1aa-fb169d2f6b96.json", examples.Definitions.Select(definition => definition.File));
    }

    [Fact]
    public void Examples_do_not_change_what_is_generated()
    {
        var with = CatalogGenerator.Generate(Read(WithExamples(Examples)).Value ?? throw new InvalidOperationException(), BuiltIns);
        var without = CatalogGenerator.Generate(Read(Original).Value ?? throw new InvalidOperationException(), BuiltIns);

        Assert.Equal(without.Tree.Files, with.Tree.Files);
    }

    [Fact]
    public void Mistake_in_an_example_is_one_of_the_catalog() =>
        Assert.Equal(["PLB1105"], Read(WithExamples(Examples.Replace("NonCompliant", "Noncompliant", StringComparison.Ordinal))).Diagnostics.Where(problem => problem.IsError).Select(problem => problem.Code));

    private static SourceText WithExamples(string examples) =>
        Original with { Text = Original.Text.ReplaceLineEndings("\n").Replace("name: aca-ip-rules-not-open\n", examples, StringComparison.Ordinal) };

    private static ParseResult<Plumbline.Generation.Catalog.ServiceCatalog> Read(SourceText source) => CatalogReader.Read(source);
}

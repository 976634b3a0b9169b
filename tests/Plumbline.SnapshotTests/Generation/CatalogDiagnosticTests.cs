using System.Collections.Immutable;
using Plumbline.Cli.Catalogs;
using Plumbline.Cli.Rendering;
using Plumbline.Generation;
using Plumbline.Generation.Reading;
using Plumbline.Policy.Diagnostics;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Generation;

public sealed class CatalogDiagnosticTests
{
    public static TheoryData<string> BrokenCatalogs =>
        [.. Checkout.Workspace.ReadAll("tests/cases/broken-catalogs", "*.yaml").Select(source => Path.GetFileNameWithoutExtension(source.File))];

    [Theory]
    [MemberData(nameof(BrokenCatalogs))]
    public void Diagnostics_of_a_broken_catalog_are_as_accepted(string name)
    {
        var source = Assert.IsType<SourceText>(Checkout.Workspace.Read($"tests/cases/broken-catalogs/{name}.yaml"));

        var diagnostics = Diagnose(source);

        Assert.Contains(diagnostics, diagnostic => diagnostic.IsError);
        Verifier.Verify(Render(diagnostics, source), caseName: name);
    }

    [Fact]
    public void Remarks_on_the_container_apps_catalog_are_as_accepted()
    {
        var loaded = CatalogLoader.Load(Checkout.Workspace);

        Assert.False(loaded.HasErrors);
        Verifier.Verify(Render(loaded.Diagnostics, loaded.Catalogs.Single().Source));
    }

    private static ImmutableArray<Diagnostic> Diagnose(SourceText source)
    {
        var read = CatalogReader.Read(source);
        return read.Value is null ? read.Diagnostics : read.Diagnostics.AddRange(CatalogGenerator.Generate(read.Value, CatalogLoader.Load(Checkout.Workspace).BuiltIns).Diagnostics);
    }

    private static string Render(ImmutableArray<Diagnostic> diagnostics, SourceText source) =>
        string.Concat(diagnostics.Select(diagnostic => DiagnosticRenderer.Render(diagnostic, source) + "\n"));
}

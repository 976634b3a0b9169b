using Plumbline.Cli.Catalogs;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Generation;

public sealed class GeneratedDocumentTests
{
    private static readonly GeneratedFiles Generated = GeneratedFiles.Of(Checkout.Workspace, CatalogLoader.Load(Checkout.Workspace));

    public static TheoryData<string> Paths => [.. Generated.Tree.Files.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Generated_document_is_as_accepted(string path) =>
        Verifier.Verify(Generated.Tree.Files[path], "json", Path.GetFileNameWithoutExtension(path));

    [Fact]
    public void Committed_files_are_the_generated_ones() => Assert.Empty(Generated.Drift);

    [Fact]
    public void Generated_documents_have_no_findings() => Assert.Empty(Generated.Diagnostics);

    [Fact]
    public void Generating_twice_gives_the_same_bytes()
    {
        var again = GeneratedFiles.Of(Checkout.Workspace, CatalogLoader.Load(Checkout.Workspace));

        Assert.Equal(Generated.Tree.Files, again.Tree.Files);
    }
}

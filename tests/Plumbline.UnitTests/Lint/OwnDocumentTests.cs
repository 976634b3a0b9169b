using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint;

/// <summary>What Plumbline generates has no findings that are not accepted with a reason.</summary>
public sealed class OwnDocumentTests
{
    [Fact]
    public async Task Generated_documents_have_no_findings()
    {
        using var output = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);

        var code = await PlumblineCli.RunAsync(["lint", "--fail-on", "informational"], CliConsole.Over(output, output, width: 200), world, RepositoryFiles.Folder, CancellationToken.None);

        Assert.Equal((0, "35 files: no findings, 3 suppressed\n"), (code, output.ToString().ReplaceLineEndings("\n")));
    }
}

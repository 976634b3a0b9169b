using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("generate")]
    [InlineData("catalog")]
    [InlineData("catalog check")]
    [InlineData("catalog schema")]
    [InlineData("plan")]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("drift")]
    [InlineData("export")]
    [InlineData("promote")]
    [InlineData("exempt")]
    [InlineData("exempt create")]
    [InlineData("remediate")]
    [InlineData("attest")]
    [InlineData("scan-now")]
    [InlineData("verify")]
    [InlineData("import")]
    [InlineData("adopt")]
    [InlineData("destroy")]
    [InlineData("compliance")]
    [InlineData("emulator")]
    [InlineData("demo")]
    [InlineData("scan")]
    [InlineData("scan merge")]
    [InlineData("parse")]
    [InlineData("aliases")]
    [InlineData("aliases search")]
    [InlineData("aliases show")]
    [InlineData("aliases pull")]
    [InlineData("aliases normalize")]
    [InlineData("aliases denormalize")]
    [InlineData("eval")]
    [InlineData("lint")]
    [InlineData("test")]
    [InlineData("expr")]
    [InlineData("explain")]
    public async Task Help_of_each_command_is_as_accepted(string command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);

        string[] arguments = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 120), world, Path.GetTempPath(), CancellationToken.None);

        Assert.Equal(0, code);
        Assert.Equal("", error.ToString());
        Verifier.Verify(output.ToString(), caseName: command.Length == 0 ? "plumbline" : command.Replace(' ', '-'));
    }
}

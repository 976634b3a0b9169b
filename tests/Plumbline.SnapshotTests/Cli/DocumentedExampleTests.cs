using System.Text.RegularExpressions;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.SnapshotTests.Cli;

/// <summary>A block of one command in the documentation, followed by a block of text, is an example: the command prints that text.</summary>
public sealed partial class DocumentedExampleTests
{
    [Theory]
    [InlineData("eval")]
    [InlineData("expr")]
    [InlineData("lint")]
    [InlineData("test")]
    [InlineData("scan")]
    public async Task Example_prints_what_the_page_says(string command)
    {
        var page = Checkout.Workspace.Read($"generator/docs/commands/{command}.md")?.Text.ReplaceLineEndings("\n") ?? "";
        var examples = Example().Matches(page);

        Assert.NotEmpty(examples);
        foreach (Match example in examples) Assert.Equal(example.Groups["output"].Value, await OutputAsync(example.Groups["command"].Value));
    }

    private static async Task<string> OutputAsync(string line)
    {
        using var output = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        string[] arguments = [.. Argument().Matches(line).Select(match => match.Value.Trim('"'))];
        await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, output, width: 200), world, Checkout.Workspace.Root, CancellationToken.None);
        return output.ToString().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^```sh\nplumbline (?<command>(?:expr|eval|lint|test|scan) [^\n]*)\n```\n\n```text\n(?<output>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\"[^\"]*\"|[^\" ]+")]
    private static partial Regex Argument();
}

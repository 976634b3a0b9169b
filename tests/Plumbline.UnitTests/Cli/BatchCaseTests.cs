using System.Text;
using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.UnitTests.Policy;

namespace Plumbline.UnitTests.Cli;

/// <summary>The batch protocols, as <c>tests/cases/batch/*.txt</c> have them: requests after <c>&gt; </c>, answers after <c>&lt; </c>, all of a file in one stream.</summary>
public sealed class BatchCaseTests
{
    private static readonly string Folder = Path.Combine(CaseFile.Folder, "batch");

    [Theory]
    [InlineData("eval")]
    [InlineData("expr")]
    [InlineData("lint")]
    public async Task Every_line_is_answered_as_its_case_says(string command)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, $"{command}.txt"));
        var requests = lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();
        var expected = lines.Where(line => line.StartsWith("< ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();

        var answers = await AnswersAsync(command, string.Join('\n', requests));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, answers);
    }

    [Theory]
    [InlineData(1000, """{"id":1,"status":"ok","applicable":true,"matched":true,"effect":"Audit","compliance":"NonCompliant"}""")]
    [InlineData(2000, """{"id":1,"status":"invalid","applicable":false,"matched":false,"effect":null,"compliance":"Error","diagnostics":[{"code":"PLB2078","severity":"error","message":"the line cannot be answered: a resource in it is nested deeper than 1024 levels","help":"send one JSON object a line, as generator/docs/batch-protocols.md describes","line":1,"column":1,"length":1,"path":null}]}""")]
    public async Task Resource_is_read_up_to_1024_levels(int levels, string answer)
    {
        var nested = string.Concat(Enumerable.Repeat("""{"a":""", levels)) + "1" + new string('}', levels);
        var request = """{"id":1,"definition":{"policyRule":{"if":{"field":"name","exists":false},"then":{"effect":"audit"}}},"resource":NESTED}""".Replace("NESTED", nested, StringComparison.Ordinal);

        Assert.Equal([answer, answer], await AnswersAsync("eval", $"{request}\n{request}"));
    }

    [Fact]
    public async Task Line_nested_too_deep_for_json_does_not_stop_the_stream()
    {
        var answers = await AnswersAsync("eval", $"{string.Concat(Enumerable.Repeat("[", 100_000))}\nx");

        Assert.Equal(["invalid", "invalid"], answers.Select(answer => JsonDocument.Parse(answer).RootElement.GetProperty("status").GetString() ?? ""));
    }

    private static async Task<string[]> AnswersAsync(string command, string input)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null) { Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)), Output = () => bytes };

        var code = await PlumblineCli.RunAsync([command, "--batch"], CliConsole.Over(output, error, width: 80), world, Folder, CancellationToken.None);

        Assert.Equal((0, "", ""), (code, output.ToString(), error.ToString()));
        return Encoding.UTF8.GetString(bytes.ToArray()).TrimEnd('\n').Split('\n');
    }
}

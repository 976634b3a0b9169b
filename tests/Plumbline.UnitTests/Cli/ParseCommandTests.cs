using System.Text;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.UnitTests.Cli;

public sealed class ParseCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Valid_files_are_named_with_their_kind()
    {
        Write("a.json", """{"if": {"allOf": []}, "then": {"effect": "audit"}}""");
        Write("b.json", """{"allOf": [],}""");

        var (code, output, error) = await RunAsync("parse", "a.json", "b.json");

        Assert.Equal(0, code);
        Assert.Equal("a.json: a rule, 0 errors, 0 warnings.\nb.json: a condition, 0 errors, 1 warnings.\n", output);
        Assert.StartsWith("b.json:1:14: warning PLB2002: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_rendered_with_their_line()
    {
        Write("a.json", "{\n  \"field\": \"type\",\n  \"equal\": 1\n}");

        var (code, output, error) = await RunAsync("parse", "a.json");

        Assert.Equal(3, code);
        Assert.Equal("a.json: a condition, 2 errors, 0 warnings.\n", output);
        Assert.Contains("a.json:3:3: error PLB2006: 'equal' is not a keyword of a condition; Azure rejects the rule\n    3 |   \"equal\": 1\n      |   ^^^^^^^\n  help: did you mean 'equals'?\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_missing_does_not_stop_the_others()
    {
        Write("b.json", """{"allOf": []}""");

        var (code, output, error) = await RunAsync("parse", "a.json", "b.json");

        Assert.Equal(2, code);
        Assert.Equal("b.json: a condition, 0 errors, 0 warnings.\n", output);
        Assert.StartsWith("a.json: error PLB9001: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_utf8_is_refused()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.json"), [(byte)'{', 0xFF, (byte)'}']);

        var (code, _, error) = await RunAsync("parse", "a.json");

        Assert.Equal(3, code);
        Assert.Contains("error PLB2001: the document is not JSON and cannot be read: byte 1 is not UTF-8", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("parse", "--batch", "a.json")]
    public async Task Neither_or_both_of_files_and_batch_are_a_usage_error(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).Code);

    [Fact]
    public async Task Batch_answers_each_line()
    {
        string[] lines =
        [
            """{"id": 1, "text": "{\"allOf\": []}"}""",
            """{"text": "{\"field\": \"type\", \"equal\": 1}", "id": {"a": "\ud800"}}""",
            "nonsense",
            """{"id": "x"}""",
            """{"id": "y", "text": "\ud800"}""",
            """{"id": "z", "text": 1}""",
            "[]",
        ];

        var (code, answers, _) = await RunAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "parse", "--batch");

        Assert.Equal(0, code);
        Assert.Equal(
            [
                """{"id":1,"valid":true,"diagnostics":[]}""",
                """{"id":{"a": "\ud800"},"valid":false,"diagnostics":[{"code":"PLB2008","severity":"error","message":"the condition has no operator, so nothing is compared","help":"add one operator such as 'equals' or 'exists'","line":1,"column":1,"length":1,"path":"$"},{"code":"PLB2006","severity":"error","message":"'equal' is not a keyword of a condition; Azure rejects the rule","help":"did you mean 'equals'?","line":1,"column":19,"length":7,"path":"$.equal"}]}""",
                Refused("null", "it is not JSON: 'nonsense' is an invalid JSON literal. Expected the literal 'null'", "1,\"column\":2,\"length\":1"),
                Refused("\"x\"", "it has no 'text'", "1,\"column\":1,\"length\":1"),
                Refused("\"y\"", "its 'text' holds half of a surrogate pair", "1,\"column\":1,\"length\":1"),
                Refused("\"z\"", "its 'text' is not a string", "1,\"column\":1,\"length\":1"),
                Refused("null", "it is not a JSON object", "1,\"column\":1,\"length\":1"),
            ],
            answers.TrimEnd('\n').Split('\n'));
    }

    private static string Refused(string id, string reason, string place) =>
        $$"""{"id":{{id}},"valid":false,"diagnostics":[{"code":"PLB2078","severity":"error","message":"the line cannot be answered: {{reason}}","help":"send one JSON object a line, as generator/docs/batch-protocols.md describes","line":{{place}},"path":null}]}""";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private async Task<(int Code, string Output, string Error)> RunAsync(byte[] input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null) { Input = () => new MemoryStream(input), Output = () => bytes };
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 200), world, folder, CancellationToken.None);
        return (code, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}

using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.UnitTests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private const string Rule = """
        {
          // the sizes that are too large
          "parameters": {"size": {"type": "Integer"}},
          "policyRule": {"if": {"field": "name", "equals": "[concat('n', string(parameters('size')))]"}, "then": {"effect": "audit"}},
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public EvalCommandTests()
    {
        Write("rule.json", Rule);
        Write("resource.json", """{"name": "n1", "type": "A.B/c"}""");
        Write("plain.json", """{"size": 1}""");
        Write("wrapped.json", """{"size": {"value": 1}}""");
        Write("file.json", """{"$schema": "x", "parameters": {"size": {"value": 1}}}""");
        Write("other.json", """{"size": 2}""");
        Write("wrong.json", """{"size": "1"}""");
        Write("twice.json", """{"size": 1, "size": 2}""");
        Write("broken.json", """{"size": """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, "-d", "rule.json", "-r", "resource.json", "-p", "plain.json")]
    [InlineData(1, "-d", "rule.json", "-r", "resource.json", "-p", "wrapped.json")]
    [InlineData(1, "-d", "rule.json", "-r", "resource.json", "-p", "file.json")]
    [InlineData(0, "-d", "rule.json", "-r", "resource.json", "-p", "other.json")]
    [InlineData(3, "-d", "rule.json", "-r", "resource.json", "-p", "wrong.json")]
    [InlineData(3, "-d", "rule.json", "-r", "resource.json")]
    [InlineData(3, "-d", "rule.json", "-r", "resource.json", "-p", "twice.json")]
    [InlineData(3, "-d", "rule.json", "-r", "resource.json", "-p", "broken.json")]
    [InlineData(3, "-d", "plain.json", "-r", "resource.json")]
    [InlineData(2, "-d", "rule.json", "-r", "missing.json", "-p", "plain.json")]
    [InlineData(2, "-d", "missing.json", "-r", "resource.json")]
    [InlineData(2, "-d", "rule.json", "-r", "resource.json", "-p", "plain.json", "--aliases", "missing.json")]
    [InlineData(2, "-d", "rule.json")]
    [InlineData(2, "-r", "resource.json")]
    [InlineData(2, "-d", "rule.json", "-r", "resource.json", "--format", "xml")]
    public async Task Exit_code_tells_what_the_verdict_is(int code, params string[] arguments) => Assert.Equal(code, (await RunAsync(["eval", .. arguments])).Code);

    [Fact]
    public async Task Json_is_json_whatever_the_width_and_the_values_are()
    {
        Write("resource.json", $$$"""{"name": "n1", "type": "A.B/c", "tags": {"a": "{{{string.Concat(Enumerable.Repeat("long text ", 60))}}}\u001b"}}""");
        Write("tag.json", """{"policyRule": {"if": {"field": "tags.a", "exists": true}, "then": {"effect": "audit"}}}""");

        var (_, output, _) = await RunAsync("eval", "-d", "tag.json", "-r", "resource.json", "--format", "json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal("NonCompliant", json.RootElement.GetProperty("compliance").GetString());
        Assert.EndsWith("long text \u001b", json.RootElement.GetProperty("explanation").GetProperty("deciding")[0].GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1100, 3)]
    public async Task Deep_resource_is_read_or_refused(int levels, int code)
    {
        Write("deep.json", string.Concat(Enumerable.Repeat("""{"a":""", levels)) + "1" + new string('}', levels));
        Write("rule.json", """{"policyRule": {"if": {"field": "name", "exists": false}, "then": {"effect": "audit"}}}""");

        Assert.Equal(code, (await RunAsync("eval", "-d", "rule.json", "-r", "deep.json")).Code);
    }

    [Theory]
    [InlineData(0, "\"ab\"\n", "concat('a', 'b')")]
    [InlineData(0, "\"ab\"\n", "[concat('a', 'b')]")]
    [InlineData(0, "null\n", "json('null')")]
    [InlineData(0, "\"[a]\"\n", "[[a]")]
    [InlineData(0, "\"n1\"\n", "field('name')", "-r", "resource.json")]
    [InlineData(0, "1\n", "parameters('SIZE')", "-p", "wrapped.json")]
    [InlineData(3, "", "toLowr('A')")]
    [InlineData(3, "", "concat('a'")]
    [InlineData(3, "", "1", "-p", "broken.json")]
    [InlineData(2, "", "1", "-p", "missing.json")]
    public async Task Expression_gives_its_value(int code, string output, params string[] arguments)
    {
        var result = await RunAsync(["expr", .. arguments]);

        Assert.Equal((code, output), (result.Code, result.Output));
    }

    [Fact]
    public async Task Expressions_are_read_line_by_line_until_an_empty_one()
    {
        var lines = new Queue<string?>(["add(1, 2)", "nonsense(", "'x'", "", "'y'"]);

        var (code, output, error) = await RunAsync(lines.Dequeue, "expr");

        Assert.Equal((0, "3\n\"x\"\n"), (code, output));
        Assert.StartsWith("expression:1:", error, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(() => null, arguments);

    private async Task<(int Code, string Output, string Error)> RunAsync(Func<string?> readLine, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 80), new CliWorld(TimeProvider.System, IsInteractive: false, readLine), folder, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}

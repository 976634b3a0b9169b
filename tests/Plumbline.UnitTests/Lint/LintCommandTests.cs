using System.Text;
using System.Text.Json;
using NJsonSchema;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Lint;

public sealed class LintCommandTests : IDisposable
{
    // An alias that is read-only, in the one line of the rule.
    private const string Warned = """
        {
          "name": "warned",
          "properties": {
            "displayName": "Warned", "description": "It is warned of.", "mode": "All", "version": "1.0.0", "metadata": { "version": "1.0.0", "category": "Test" },
            "policyRule": {
              "if": { "field": "Microsoft.App/managedEnvironments/certificates/expirationDate", "exists": true },
              "then": { "effect": "audit" }
            }
          }
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public LintCommandTests()
    {
        Write("policies/warned.json", Warned);
        Write("policies/notes.txt", "no policy");
        Write("broken.json", "{ \"policyRule\": ");
        Write("configured/plumbline.yaml", "environments: {}\nlint:\n  severity:\n    read-only-field-alias: off\n");
        Write("configured/warned.json", Warned);
        Write("misspelt/plumbline.yaml", "environments: {}\nlint:\n  severity:\n    read-only-field-aliases: off\n");
        Write("misspelt/warned.json", Warned);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, "policies")]
    [InlineData(0, "policies", "--fail-on", "error")]
    [InlineData(1, "policies", "--severity", "read-only-field-alias=error", "--fail-on", "error")]
    [InlineData(0, "policies", "--severity", "read-only-field-alias=off")]
    [InlineData(0, "policies", "--exclude", "read-only-field-alias")]
    [InlineData(0, "policies", "--rule", "conditional-field-alias")]
    [InlineData(1, "policies", "--rule", "read-only-field-alias")]
    [InlineData(1, "broken.json")]
    [InlineData(2, "nowhere")]
    [InlineData(2, "policies", "--rule", "read-only-field-aliases")]
    [InlineData(2, "policies", "--severity", "read-only-field-alias=high")]
    [InlineData(2, "policies", "-o", "xml=a.xml")]
    [InlineData(2, "policies", "--unknown")]
    public async Task Exit_code_tells_what_was_found(int code, params string[] arguments) => Assert.Equal(code, (await RunAsync("", [.. arguments])).Code);

    [Fact]
    public async Task Configuration_of_a_checkout_sets_severities()
    {
        Assert.Equal((0, "1 file: no findings\n"), await RunAsync("configured", "warned.json"));
        Assert.Equal(1, (await RunAsync("configured", "warned.json", "--severity", "read-only-field-alias=warning")).Code);
        Assert.Equal(2, (await RunAsync("misspelt", "warned.json")).Code);
    }

    [Fact]
    public async Task Text_has_place_severity_and_rule() => Assert.StartsWith(
        "policies/warned.json:6:13: warning read-only-field-alias: 'Microsoft.App/managedEnvironments/certificates/expirationDate' is read-only",
        (await RunAsync("", "policies", "--rule", "read-only-field-alias")).Output,
        StringComparison.Ordinal);

    [Fact]
    public async Task Sarif_is_valid_for_the_published_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(RepositoryFiles.Read("tests/resources/schemas/sarif-2.1.0.json").Text);

        var output = (await RunAsync("", "policies", "broken.json", "--format", "sarif", "-o", "github=annotations.txt")).Output;

        Assert.Empty(schema.Validate(output));
        Assert.Contains("::warning file=policies/warned.json,line=6,col=13,title=read-only-field-alias::", await File.ReadAllTextAsync(Path.Combine(folder, "annotations.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_answers_each_line_and_does_not_read_the_configuration()
    {
        var text = JsonSerializer.Serialize(Warned);
        string[] lines =
        [
            $$"""{"id":"a","text":{{text}},"rules":["read-only-field-alias"]}""",
            $$"""{"id":2,"text":{{text}},"rules":["no-such-rule"]}""",
            """{"id":3}""",
            "no JSON",
            """{"id":4,"text":"{","rules":["system-rule"]}""",
        ];

        var answers = (await BatchAsync("configured", string.Join('\n', lines))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(["\"a\"", "2", "3", "null", "4"], answers.Select(answer => answer.GetProperty("id").GetRawText()));
        Assert.Equal([1, 0, 0, 0, 1], answers.Select(answer => answer.GetProperty("findings").GetArrayLength()));
        Assert.Equal(["rule", "severity", "line", "column", "path", "message"], answers[0].GetProperty("findings")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("critical", answers[4].GetProperty("findings")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Rules_are_listed_with_their_severities() =>
        Assert.Contains("read-only-field-alias                                        warning       Alias of a read-only property", (await RunAsync("", "--list-rules")).Output, StringComparison.Ordinal);

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }

    private async Task<(int Code, string Output)> RunAsync(string start, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        var code = await PlumblineCli.RunAsync(["lint", .. arguments], CliConsole.Over(output, error, width: 200), world, Path.Combine(folder, start), CancellationToken.None);
        return (code, output.ToString().ReplaceLineEndings("\n"));
    }

    private async Task<string> BatchAsync(string start, string input)
    {
        using var output = new StringWriter();
        using var answers = new MemoryStream();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null) { Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)), Output = () => answers };
        Assert.Equal(0, await PlumblineCli.RunAsync(["lint", "--batch"], CliConsole.Over(output, output, width: 200), world, Path.Combine(folder, start), CancellationToken.None));
        return Encoding.UTF8.GetString(answers.ToArray());
    }
}

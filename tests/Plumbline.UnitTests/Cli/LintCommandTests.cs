using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.UnitTests.Cli;

public sealed class LintCommandTests : IDisposable
{
    private const string Wrapped = """{ "name": "a", "properties": { "policyRule": { "if": { "allOf": [ { "field": "name", "like": "a" } ] }, "then": { "effect": "audit" } } } }""";

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Finding_is_told_with_its_line_and_its_help()
    {
        Write("a.json", Wrapped);

        var (code, output, error) = await RunAsync("lint", "a.json", "--rule", "like-notlike-without-wildcards");

        Assert.Equal((1, ""), (code, error));
        Assert.Equal(
            "a.json:1:67: warning like-notlike-without-wildcards: 'like' has a pattern with no *: it means 'equals'\n"
            + $"    1 | {Wrapped}\n"
            + $"      | {new string(' ', 66)}^\n"
            + "  help: write 'equals', or add a wildcard\n"
            + "1 file: 1 warning.\n",
            output);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("informational", 1)]
    public async Task Least_severity_that_fails_can_be_chosen(string failOn, int expected)
    {
        Write("a.json", Wrapped);

        Assert.Equal(expected, (await RunAsync("lint", "a.json", "--fail-on", failOn)).Code);
    }

    [Fact]
    public async Task Severity_can_be_changed_and_a_rule_left_out()
    {
        Write("a.json", Wrapped);

        var (code, output, _) = await RunAsync("lint", "a.json", "--severity", "like-notlike-without-wildcards=error", "--severity", "missing-version=off", "--exclude", "missing-category", "--format", "json");

        Assert.Equal(1, code);
        Assert.Equal(
            ["missing-description informational", "missing-display-name informational", "unnecessary-quantifier-wrapper informational", "like-notlike-without-wildcards error"],
            JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("severity")}"));
    }

    [Fact]
    public async Task Folder_is_searched_for_policy_documents_only()
    {
        Write("deep/er/a.jsonc", Wrapped);
        Write("deep/b.json", """{ "environment": "production" }""");
        Write("deep/c.txt", Wrapped);

        var (_, output, _) = await RunAsync("lint", "deep");

        Assert.Contains("deep/er/a.jsonc:1:", output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 file: 1 warning, 5 informational.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_json_is_a_critical_finding()
    {
        Write("deep/a.json", "{");

        var (code, output, _) = await RunAsync("lint", "deep", "--fail-on", "error");

        Assert.Equal(1, code);
        Assert.StartsWith("deep/a.json:1:2: critical system-rule: PLB2001: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_does_not_stop_the_others()
    {
        Write("a.json", Wrapped);

        var (code, output, error) = await RunAsync("lint", "a.json", "b.json");

        Assert.Equal(2, code);
        Assert.Contains("1 file: ", output, StringComparison.Ordinal);
        Assert.StartsWith("b.json: error PLB9001: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLB3511", "lint", "empty")]
    [InlineData("PLB3510", "lint", "empty", "--rule", "like-notlike-without-wildcard")]
    [InlineData("PLB3510", "lint", "empty", "--severity", "nothing=error")]
    public async Task Nothing_to_do_and_unknown_rules_are_errors(string diagnostic, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(folder, "empty"));

        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(diagnostic, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_rewrites_the_file_and_reports_the_rest()
    {
        Write("a.json", Wrapped);

        var (code, output, error) = await RunAsync("lint", "a.json", "--fix");

        Assert.Equal((0, "a.json: 2 fixed\n"), (code, error));
        Assert.EndsWith("1 file: 4 informational.\n", output, StringComparison.Ordinal);
        Assert.Equal(
            """{ "name": "a", "properties": { "policyRule": { "if": { "field": "name", "equals": "a" }, "then": { "effect": "audit" } } } }""",
            await File.ReadAllTextAsync(Path.Combine(folder, "a.json")));
    }

    [Fact]
    public async Task Published_documents_are_compared_by_name()
    {
        const string document = """{ "name": "a", "properties": { "metadata": { "version": "1.0.0" }, "policyRule": { "if": { "field": "FIELD", "exists": true }, "then": { "effect": "audit" } } } }""";
        Write("now/x.json", document.Replace("FIELD", "name", StringComparison.Ordinal));
        Write("before/y.json", document.Replace("FIELD", "kind", StringComparison.Ordinal));

        var (code, output, _) = await RunAsync("lint", "now", "--previous", "before", "--rule", "version-not-bumped");

        Assert.Equal(1, code);
        Assert.StartsWith("now/x.json:1:57: warning version-not-bumped: 'policyRule' changed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initiative_is_judged_with_the_definitions_beside_it()
    {
        Write("a.json", """{ "name": "a", "properties": { "parameters": { "p": { "type": "String" } }, "policyRule": { "if": { "field": "name", "equals": "[parameters('p')]" }, "then": { "effect": "audit" } } } }""");
        Write("set.json", """{ "name": "s", "properties": { "policyDefinitions": [ { "policyDefinitionId": "/x/a", "parameters": { "q": { "value": "x" } } } ] } }""");

        var (_, output, _) = await RunAsync("lint", ".", "--rule", "member-parameter-not-passed", "--rule", "member-parameter-not-declared", "--format", "github");

        Assert.Equal(
            "::error file=set.json,line=1,col=55,title=member-parameter-not-passed::'0' is not passed 'p', which has no default: Azure refuses the initiative%0Apass 'p'\n"
            + "::error file=set.json,line=1,col=103,title=member-parameter-not-declared::'q' is passed to '0', whose definition declares no such parameter: Azure refuses the initiative%0Adid you mean 'p'?\n",
            output);
    }

    [Fact]
    public async Task Configuration_suppresses_by_file_and_says_what_is_left_over()
    {
        Write("plumbline.yaml", """
            environments: {}
            lint:
              failOn: error
              rules: { missing-version: off, missing-category: error }
              suppress:
                - { rule: like-notlike-without-wildcards, files: "definitions/*", reason: Tried out. }
                - { rule: double-negation, files: "definitions/*", reason: Gone. }
            """);
        Write("definitions/a.json", Wrapped);

        var (code, output, error) = await RunAsync("lint");

        Assert.Equal(1, code);
        Assert.Contains(" error missing-category: ", output, StringComparison.Ordinal);
        Assert.EndsWith("1 file: 1 error, 3 informational, 1 suppressed.\n", output, StringComparison.Ordinal);
        Assert.StartsWith("plumbline.yaml: warning PLB3512: nothing is left for the suppression of double-negation in 'definitions/*' to suppress", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_and_other_formats_are_written_to_files()
    {
        Write("a.json", Wrapped);

        await RunAsync("lint", "a.json", "-o", "sarif=out/lint.sarif", "-o", "azure-pipelines=out/lint.txt");

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "out", "lint.sarif")));
        Assert.Equal(6, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        Assert.StartsWith("##vso[task.logissue type=warning;sourcepath=a.json;linenumber=1;columnnumber=67;", await File.ReadAllTextAsync(Path.Combine(folder, "out", "lint.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_listed()
    {
        var (code, output, _) = await RunAsync("lint", "--list-rules");

        Assert.Equal(0, code);
        Assert.Contains("unused-parameter error default: A parameter is declared and not read\n", output, StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 400), new CliWorld(TimeProvider.System, IsInteractive: false, () => null), folder, CancellationToken.None);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}

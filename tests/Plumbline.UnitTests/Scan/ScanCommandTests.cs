using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.UnitTests.Scan;

public sealed class ScanCommandTests : IDisposable
{
    private const string Rule = """{"name":"size","properties":{"displayName":"No big ones","mode":"All","parameters":{"most":{"type":"Integer","defaultValue":3}},"policyRule":{"if":{"allOf":[{"field":"type","equals":"A.B/c"},{"field":"properties.size","greater":"[parameters('most')]"}]},"then":{"effect":"deny"}}}}""";
    private const string Related = """{"name":"lock","properties":{"mode":"All","policyRule":{"if":{"field":"type","equals":"A.B/c"},"then":{"effect":"auditIfNotExists","details":{"type":"A.B/c/locks"}}}}}""";
    private const string Modify = """{"name":"tag","properties":{"mode":"All","policyRule":{"if":{"allOf":[{"field":"type","equals":"A.B/c"},{"field":"tags.cost","exists":false}]},"then":{"effect":"modify","details":{"roleDefinitionIds":["r"],"operations":[{"operation":"addOrReplace","field":"tags.cost","value":"42"}]}}}}}""";
    private const string Group = """{"name":"group","properties":{"mode":"All","policyRule":{"if":{"allOf":[{"field":"type","equals":"A.B/c"},{"value":"[resourceGroup().tags.env]","equals":"prod"}]},"then":{"effect":"audit"}}}}""";

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public ScanCommandTests()
    {
        Write("rule.json", Rule);
        Write("related.json", Related);
        Write("modify.json", Modify);
        Write("group.json", Group);
        Write("good.json", Resource("good", 1));
        Write("bad.json", Resource("bad", 9));
        Write("list.json", $"[\n{Resource("a", 1)},\n{Resource("b", 4)}\n]");
        Write("most.json", """{"most":{"value":100}}""");
        Write("typo.json", """{"mots":100}""");
        Write("broken.json", "[{");
        Write("assignment.json", """{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/policyAssignments/a","name":"a","properties":{"policyDefinitionId":"/providers/Microsoft.Authorization/policyDefinitions/size","parameters":{"most":{"value":5}},"notScopes":["/subscriptions/s/resourceGroups/g/providers/A.B/c/bad"]}}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0, "good.json", "--policy", "rule.json", "--aliases", "none")]
    [InlineData(1, "bad.json", "--policy", "rule.json", "--aliases", "none")]
    [InlineData(0, "bad.json", "--policy", "rule.json", "--aliases", "none", "--parameters", "most.json")]
    [InlineData(3, "bad.json", "--policy", "rule.json", "--aliases", "none", "--parameters", "typo.json")]
    [InlineData(3, "missing.json", "--policy", "rule.json", "--aliases", "none")]
    [InlineData(3, "broken.json", "--policy", "rule.json", "--aliases", "none")]
    [InlineData(3, "bad.json", "--policy", "missing.json", "--aliases", "none")]
    [InlineData(3, "bad.json", "--policy", "bad.json", "--aliases", "none")]
    [InlineData(3, "bad.json")]
    [InlineData(2)]
    [InlineData(2, "bad.json", "--policy", "rule.json", "--aliases", "none", "--format", "xml")]
    [InlineData(2, "bad.json", "--policy", "rule.json", "--aliases", "none", "-o", "xml=a")]
    [InlineData(2, "bad.json", "--policy", "rule.json", "--aliases", "none", "--write-baseline", "b.json")]
    [InlineData(2, "bad.json", "--policy", "rule.json", "--aliases", "none", "--owner", "me")]
    [InlineData(3, "bad.json", "--policy", "rule.json", "--aliases", "none", "--shard", "3/2")]
    [InlineData(0, "good.json", "--policy", "related.json", "--aliases", "none")]
    [InlineData(1, "good.json", "--policy", "related.json", "--aliases", "none", "--fail-on", "unknown")]
    [InlineData(0, "bad.json", "--policy", "rule.json", "--assignment", "assignment.json", "--aliases", "none")]
    [InlineData(0, "list.json", "--policy", "rule.json", "--assignment", "assignment.json", "--aliases", "none")]
    public async Task Exit_code_tells_what_was_found(int code, params string[] arguments) => Assert.Equal(code, (await RunAsync(["scan", .. arguments])).Code);

    [Fact]
    public async Task Finding_names_file_line_policy_and_reason()
    {
        var (_, output, _) = await RunAsync("scan", "list.json", "--policy", "rule.json", "--aliases", "none");

        Assert.StartsWith("list.json:3:1: violation size: No big ones (Deny)\n", output, StringComparison.Ordinal);
        Assert.Contains("properties.size is 4; expected: lessOrEquals 3", output, StringComparison.Ordinal);
        Assert.Contains("2 resource(s), 1 policies: 1 violation(s), 0 error(s), 0 unknown, 1 compliant\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_resource_of_the_inputs_decides_when_they_speak_for_its_type()
    {
        Write("locks.jsonl", Resource("a", 1) + "\n" + Resource("b", 1) + "\n" + """{"id":"/subscriptions/s/resourceGroups/g/providers/A.B/c/a/locks/l","type":"A.B/c/locks","name":"l"}""");

        var (code, output, _) = await RunAsync("scan", "locks.jsonl", "--policy", "related.json", "--aliases", "none", "--format", "json");

        using var json = JsonDocument.Parse(output);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal((1, "NonCompliant", "/subscriptions/s/resourceGroups/g/providers/A.B/c/b"), (code, finding.GetProperty("state").GetString(), finding.GetProperty("resource").GetString()));
        Assert.Equal(1, json.RootElement.GetProperty("totals").GetProperty("compliant").GetInt32());
    }

    [Fact]
    public async Task Context_of_a_group_is_unknown_unless_the_inputs_hold_it()
    {
        Assert.Contains("unknown group", (await RunAsync("scan", "good.json", "--policy", "group.json", "--aliases", "none")).Output, StringComparison.Ordinal);
        Write("group-resource.json", """{"id":"/subscriptions/s/resourceGroups/g","type":"Microsoft.Resources/subscriptions/resourceGroups","name":"g","tags":{"env":"prod"}}""");

        var (code, output, _) = await RunAsync("scan", "good.json", "group-resource.json", "--policy", "group.json", "--aliases", "none");

        Assert.Equal(1, code);
        Assert.Contains("violation group", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_shows_what_an_effect_would_change()
    {
        var (_, output, _) = await RunAsync("scan", "good.json", "--policy", "modify.json", "--aliases", "none", "--what-if");

        Assert.Contains("  would change tags: nothing -> {\"cost\":\"42\"}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_that_was_written_makes_the_next_scan_pass()
    {
        Assert.Equal(0, (await RunAsync("scan", "bad.json", "--policy", "rule.json", "--aliases", "none", "--write-baseline", "b.json", "--owner", "me", "--until", "2999-12-31")).Code);

        var (code, output, _) = await RunAsync("scan", "bad.json", "--policy", "rule.json", "--aliases", "none", "--baseline", "b.json");

        Assert.Equal(0, code);
        Assert.Contains("1 of them known to the baseline", output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("scan", "list.json", "--policy", "rule.json", "--aliases", "none", "--baseline", "b.json")).Code);
    }

    [Fact]
    public async Task Merged_shards_say_what_the_whole_scan_says()
    {
        Write("many.json", "[" + string.Join(",\n", Enumerable.Range(0, 200).Select(number => Resource($"r{number}", number % 6))) + "]");
        string[] scan = ["scan", "many.json", "--policy", "rule.json", "--aliases", "none"];
        foreach (var number in (int[])[1, 2, 3]) await RunAsync([.. scan, "--shard", $"{number}/3", "-o", $"json=out/{number}.json"]);

        var (code, merged, _) = await RunAsync("scan", "merge", "out/1.json", "out/2.json", "out/3.json");
        var whole = await RunAsync(scan);

        Assert.Equal((1, whole.Output), (code, merged));
        Assert.Equal(3, (await RunAsync("scan", "merge", "out/1.json", "out/2.json")).Code);
    }

    [Fact]
    public async Task Findings_beyond_the_limit_are_counted()
    {
        Write("many.json", "[" + string.Join(",\n", Enumerable.Range(0, 20).Select(number => Resource($"r{number}", 9))) + "]");

        var (code, output, error) = await RunAsync("scan", "many.json", "--policy", "rule.json", "--aliases", "none", "--max-findings", "5");

        Assert.Equal(1, code);
        Assert.Equal(5, output.Split("violation size").Length - 1);
        Assert.Contains("15 more finding(s)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_is_scanned_without_what_is_no_input()
    {
        Write("estate/a.json", Resource("a", 9));
        Write("estate/package.json", """{"name":"x","type":"module"}""");
        Write("estate/node_modules/b.json", Resource("b", 9));
        Write("estate/main.parameters.json", """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","parameters":{}}""");

        var (_, output, error) = await RunAsync("scan", "estate", "--policy", "rule.json", "--aliases", "none");

        Assert.Equal("", error);
        Assert.Contains("1 resource(s)", output, StringComparison.Ordinal);
    }

    private static string Resource(string name, int size) => $$$"""{"id":"/subscriptions/s/resourceGroups/g/providers/A.B/c/{{{name}}}","type":"A.B/c","name":"{{{name}}}","properties":{"size":{{{size}}}}}""";

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
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 200), new CliWorld(TimeProvider.System, IsInteractive: false, () => null), folder, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}

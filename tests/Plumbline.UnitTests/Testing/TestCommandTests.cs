using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Cli.Rendering;
using Plumbline.Cli.Testing;

namespace Plumbline.UnitTests.Testing;

public sealed class TestCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public TestCommandTests()
    {
        Write("policies/size.json", """
            {
              // big
              "name": "size",
              "properties": {"mode": "All", "policyRule": {"if": {"field": "name", "like": "big*"}, "then": {"effect": "deny"}}},
            }
            """);
        Write("tests/good.tests.yaml", "policy: ../policies/size.json\nresource: { type: A.B/c, name: big1 }\ntests:\n  - { name: refused, write: put, expect: { denied: true } }\n  - { with: { name: small }, expect: Compliant }\n");
        Write("tests/bad.tests.yaml", "policy: ../policies/size.json\nresource: { type: A.B/c, name: big1 }\ntests:\n  - { name: wrong, expect: { compliance: Compliant, reason: 'name is small' } } # a comment\n");
        Write("broken/broken.tests.yaml", "policy: ../policies/size.json\ntest: []\n");
        Write("lost/lost.tests.yaml", "policy: none.json\nresource: { type: A.B/c }\ntests: [{ expect: Compliant }]\n");
        Write("bicep/main.bicep", """
            param name string = 'big1'
            resource app 'Microsoft.App/containerApps@2024-03-01' = { name: name, location: 'westeurope', properties: {} }
            """);
        Write("bicep/app.tests.yaml", "policy: ../policies/size.json\nbicep: main.bicep\ntests:\n  - { expect: NonCompliant }\n  - { with: { name: small }, expect: Compliant }\n");
        Write("bicep/lost.yaml", "policy: ../policies/size.json\nbicep: none.bicep\ntests: [{ expect: NonCompliant }]\n");
        Write("epac/policyDefinitions/size.jsonc", """{"name": "epac-size", "properties": {"mode": "All", "policyRule": {"if": {"field": "name", "equals": "big"}, "then": {"effect": "audit"}}}}""");
        Write("epac/policySetDefinitions/set.jsonc", """{"name": "set", "properties": {"policyDefinitions": [{"policyDefinitionReferenceId": "one", "policyDefinitionName": "epac-size"}]}}""");
        Write("epac/set.tests.yaml", "policy: policySetDefinitions/set.jsonc\nresource: { type: A.B/c, name: big }\ntests: [{ expect: { policies: { one: NonCompliant } } }]\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0, "tests/good.tests.yaml")]
    [InlineData(0, "epac")]
    [InlineData(0, "bicep/app.tests.yaml")]
    [InlineData(1, "bicep/lost.yaml")]
    [InlineData(1, "tests")]
    [InlineData(0, "tests", "--filter", "GOOD")]
    [InlineData(0, "tests", "--filter", "refu*d")]
    [InlineData(1, "tests", "--filter", "size.json")]
    [InlineData(2, "tests", "--filter", "nothing")]
    [InlineData(2, "policies")]
    [InlineData(2, "nowhere")]
    [InlineData(2, "tests", "--format", "xml")]
    [InlineData(2, "tests", "-o", "xml=a.xml")]
    [InlineData(2, "tests", "--unknown")]
    [InlineData(2, "tests", "--aliases", "none.json")]
    [InlineData(3, "broken")]
    [InlineData(3, "lost")]
    [InlineData(1, "tests/good.tests.yaml", "--min-coverage", "100.1")]
    [InlineData(0, "tests/good.tests.yaml", "--min-coverage", "100")]
    [InlineData(1, "epac", "--min-coverage", "100")]
    [InlineData(1, "tests/good.tests.yaml", "--min-mutation", "100.1")]
    [InlineData(0, "tests/good.tests.yaml", "--min-mutation", "10")]
    public async Task Exit_code_tells_how_the_run_ended(int code, params string[] arguments) => Assert.Equal(code, (await RunAsync(arguments)).Code);

    [Fact]
    public async Task Outputs_are_written_beside_what_is_printed()
    {
        var run = await RunAsync("tests", "-o", "junit=out/tests.xml", "-o", "coverage-json=out/coverage.json", "--coverage-html", "out/coverage.html", "--format", "json");

        using var printed = JsonDocument.Parse(run.Output);
        Assert.Equal((2, 1), (printed.RootElement.GetProperty("passed").GetInt32(), printed.RootElement.GetProperty("failed").GetInt32()));
        Assert.Equal(4, printed.RootElement.GetProperty("files")[0].GetProperty("tests")[0].GetProperty("line").GetInt32());
        Assert.Contains("<failure", Read("out/tests.xml"), StringComparison.Ordinal);
        using var coverage = JsonDocument.Parse(Read("out/coverage.json"));
        Assert.Equal("size", coverage.RootElement.GetProperty("coverage")[0].GetProperty("policy").GetString());
        Assert.Contains("true 2, false 1", Read("out/coverage.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_coverage_encodes_what_policies_say()
    {
        Write("evil/evil.tests.yaml", """
            definition: { name: evil, displayName: "<script>alert(1)</script>", mode: All, policyRule: { if: { field: name, equals: "<img src=x>" }, then: { effect: audit } } }
            resource: { name: x, type: A.B/c }
            tests: [{ expect: Compliant }]
            """);

        await RunAsync("evil", "--coverage-html", "evil.html");

        Assert.DoesNotContain("<script", Read("evil.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Read("evil.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_writes_the_reasons_and_nothing_else()
    {
        var run = await RunAsync("tests/bad.tests.yaml", "--update");

        Assert.Equal(1, run.Code);
        Assert.Equal("policy: ../policies/size.json\nresource: { type: A.B/c, name: big1 }\ntests:\n  - { name: wrong, expect: { compliance: Compliant, reason: 'name is \"big1\"; expected: notLike \"big*\"' } } # a comment\n", Read("tests/bad.tests.yaml"));
        Assert.DoesNotContain("reason:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_runs_again_after_a_change_until_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ran = new SemaphoreSlim(0);
        var watching = new TestWatch(TimeProvider.System).RunAsync([folder], () => ran.Release(), cancelled.Token);

        Assert.True(await ran.WaitAsync(TimeSpan.FromSeconds(20)));
        Write("tests/good.tests.yaml", "changed");
        Assert.True(await ran.WaitAsync(TimeSpan.FromSeconds(20)));
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        string[] all = arguments.Contains("--aliases") ? ["test", .. arguments] : ["test", .. arguments, "--aliases", "none"];
        var code = await PlumblineCli.RunAsync(all, CliConsole.Over(output, error, width: 200), world, folder, CancellationToken.None);
        return (code, output.ToString());
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }
}

using Plumbline.Cli;
using Plumbline.Cli.Rendering;

namespace Plumbline.PlanningTests.ExemptionFiles;

public sealed class ExemptCommandTests : IDisposable
{
    private const string Configuration = """
        ownerId: 2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42
        environments:
          production:
            definitionScope: /subscriptions/00000000-0000-0000-0000-000000000001
            assignments:
              - name: baseline
                initiative: baseline
                exclusions: [{ reference: second, reason: Not here. }]
            exemptions: exemptions
        """;

    private const string Exemptions = """
        exemptions:
          - { name: ended, assignment: baseline, scope: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a, category: Waiver, expiresOn: 2026-11-30, owner: ann, ticket: T-1 }
          - { name: soon, policy: first, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2026-12-10, owner: bob, ticket: T-2 }
          - { name: later, policy: first, scope: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a, category: Mitigated, expiresOn: 2026-12-30, owner: cid, ticket: T-3 }
          - { name: long, assignment: baseline, referenceIds: [second], scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-11-30, owner: dan, ticket: T-4 }
          - { name: lost, assignment: basline, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-11-30, owner: eve, ticket: T-5 }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public ExemptCommandTests()
    {
        Write("plumbline.yaml", Configuration);
        Write("exemptions/all.yaml", Exemptions);
        foreach (var name in (string[])["first", "second"])
            Write($"definitions/{name}.json", $$$$$$$"""{"name":"{{{{{{{name}}}}}}}","properties":{"displayName":"{{{{{{{name}}}}}}}","mode":"Indexed","parameters":{"effect":{"type":"String","defaultValue":"Audit","allowedValues":["Audit","Deny","Disabled"]}},"policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"[parameters('effect')]"}}}}""");
        var members = string.Join(',', ((string[])["first", "second"]).Select(name => $$$$$$$"""{"policyDefinitionReferenceId":"{{{{{{{name}}}}}}}","policyDefinitionId":"/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/{{{{{{{name}}}}}}}"}"""));
        Write("initiative/baseline.json", $$$$$$$"""{"name":"baseline","properties":{"displayName":"Baseline","policyDefinitions":[{{{{{{{members}}}}}}}]}}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task List_says_how_long_each_exemption_holds()
    {
        var (code, output, error) = await RunAsync("exempt", "list", "production");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["ended: expired (2026-11-30)", "soon: expires in 10 day(s) (2026-12-10)", "later: expires in 30 day(s) (2026-12-30)", "long: active (2027-11-30)", "lost: active (2027-11-30)", "5 exemption(s): 2 active, 2 expiring, 1 expired."],
            output.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(' ')));
    }

    [Fact]
    public async Task List_as_JSON_has_names_for_its_schema()
    {
        var (code, output, _) = await RunAsync("exempt", "list", "production", "--format", "json");

        using var document = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal((0, "plumbline.exemptions/v1"), (code, document.RootElement.GetProperty("schema").GetString()));
        Assert.Equal(["expired", "expiring", "expiring", "active", "active"], document.RootElement.GetProperty("exemptions").EnumerateArray().Select(one => one.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Expiring_groups_by_days_and_fails_when_one_expired()
    {
        var (code, output, error) = await RunAsync("exempt", "expiring", "production");

        Assert.Equal((1, "Expired: 1\nWithin 15 days: 1\nWithin 30 days: 1\n5 exemption(s): 1 expired, 2 expiring.\n"), (code, output));
        Assert.Equal(["PLB2244", "PLB2245", "PLB2245"], Codes(error));
    }

    [Fact]
    public async Task Expiring_succeeds_when_none_expired()
    {
        Write("exemptions/all.yaml", Exemptions.Replace("2026-11-30", "2026-12-02", StringComparison.Ordinal));

        Assert.Equal(0, (await RunAsync("exempt", "expiring", "production")).Code);
    }

    [Fact]
    public async Task Orphaned_exemption_is_told_the_nearest_name()
    {
        var (code, output, error) = await RunAsync("exempt", "orphaned", "production");

        Assert.Equal((1, "1 exemption(s) orphaned.\n"), (code, output));
        Assert.Contains("exemptions/all.yaml:6:31: warning PLB2246: the exemption 'lost'", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'baseline'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redundant_exemption_is_told_why()
    {
        Write("exemptions/all.yaml", Exemptions.Replace("2026-12-30", "2026-12-05", StringComparison.Ordinal));

        var (code, output, error) = await RunAsync("exempt", "redundant", "production");

        Assert.Equal((1, "2 exemption(s) redundant.\n"), (code, output));
        Assert.Contains("'later' at '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a' changes nothing: 'soon' covers it", Joined(error), StringComparison.Ordinal);
        Assert.Contains("'long' at '/subscriptions/00000000-0000-0000-0000-000000000001' changes nothing: what it exempts from is disabled there", Joined(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_adds_to_a_file_that_the_environment_reads()
    {
        var (code, output, error) = await RunAsync([.. Create, "--file", "exemptions/more.csv"]);

        Assert.Equal((0, "exemptions/more.csv: exemption 'new' added; it holds from the next apply on.\n", ""), (code, output, error));
        Assert.Equal("name,control,scopes,category,expiresOn,owner,ticket\nnew,NS-1,/subscriptions/00000000-0000-0000-0000-000000000001;/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/b,Waiver,2027-05-01,ann,T-9\n", Read("exemptions/more.csv"));
    }

    [Fact]
    public async Task Create_keeps_a_byte_order_mark()
    {
        File.WriteAllText(Path.Combine(folder, "exemptions", "all.yaml"), Exemptions + "\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var before = await File.ReadAllBytesAsync(Path.Combine(folder, "exemptions", "all.yaml"));

        var (code, _, _) = await RunAsync([.. Create, "--file", "exemptions/all.yaml"]);

        var after = await File.ReadAllBytesAsync(Path.Combine(folder, "exemptions", "all.yaml"));
        Assert.Equal((0, true), (code, after.AsSpan().StartsWith(before) && after.Length > before.Length));
    }

    [Theory]
    [InlineData("PLB2241")]
    [InlineData("PLB2242", "--file", "elsewhere.yaml")]
    [InlineData("PLB2242", "--file", "exemptions/../elsewhere.yaml")]
    [InlineData("PLB2243", "--file", "exemptions/a.yaml", "--policy", "first")]
    [InlineData("PLB2225", "--file", "exemptions/a.yaml", "--name", "soon")]
    [InlineData("PLB2226", "--file", "exemptions/a.yaml", "--expires", "2027-02-30")]
    public async Task Create_with_a_mistake_changes_nothing(string expected, params string[] more)
    {
        var given = Create.Where((word, index) => !more.Contains(word) && (index == 0 || !more.Contains(Create[index - 1]))).ToArray();
        var (code, output, error) = await RunAsync([.. given, .. more]);

        Assert.Equal((2, "", expected), (code, output, Assert.Single(Codes(error))));
        Assert.Equal(["all.yaml"], Directory.GetFiles(Path.Combine(folder, "exemptions")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Exemptions_that_are_not_there_or_stand_twice_are_errors_of_the_configuration()
    {
        Write("plumbline.yaml", Configuration.Replace("exemptions: exemptions", "exemptions: [exemptions, absent, ../outside.yaml, plumbline.yaml, { name: soon, control: NS-1, scope: /subscriptions/00000000-0000-0000-0000-000000000001, category: Waiver, expiresOn: 2027-01-01, owner: o, ticket: t }]", StringComparison.Ordinal));

        var (code, _, error) = await RunAsync("exempt", "list", "production");

        Assert.Equal(2, code);
        Assert.Equal(["PLB2228", "PLB2227", "PLB1101", "PLB2225"], Codes(error).Where(found => found is not "PLB1102").Distinct());
    }

    private static string[] Create =>
    [
        "exempt", "create", "production", "--name", "new", "--control", "NS-1", "--scope", "/subscriptions/00000000-0000-0000-0000-000000000001",
        "--scope", "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/b", "--category", "Waiver", "--expires", "2027-05-01", "--owner", "ann", "--ticket", "T-9",
    ];

    private static string[] Codes(string error) => [.. System.Text.RegularExpressions.Regex.Matches(error, "(?:error|warning) (PLB[0-9]{4})").Select(match => match.Groups[1].Value)];

    private static string Joined(string error) => error.Replace("\n", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(new FixedTime(), IsInteractive: false, () => null);
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 400), world, folder, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 6, 0, 0, TimeSpan.Zero);
    }
}

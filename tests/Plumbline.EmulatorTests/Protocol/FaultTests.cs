using CsCheck;
using Plumbline.Emulator.Faults;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class FaultTests
{
    private const string Faults = "/emulator/faults";
    private const string Groups = Subscription + "/resourceGroups";

    [Fact]
    public async Task Throttling_meets_the_nth_request_that_fits_as_often_as_the_plan_says()
    {
        await using var session = await StartAsync(with: options => options with
        {
            Faults = """{"faults":[{"kind":"throttle","retryAfterSeconds":7,"match":{"methods":["GET"],"path":"/subscriptions/*/resourceGroups","nth":2,"count":2}}]}""",
        });

        var statuses = new List<int>();
        for (var request = 0; request < 5; request++) statuses.Add((await session.GetAsync(Groups, "2021-04-01")).Status);
        var other = await session.GetAsync("/subscriptions", "2022-12-01");

        Assert.Equal([200, 429, 429, 200, 200], statuses);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task Refusals_are_ARM_shaped_and_say_when_to_come_back()
    {
        await using var session = await StartAsync();
        await session.SendAsync(HttpMethod.Put, Faults, null, """{"faults":[{"kind":"unavailable","retryAfterSeconds":3}]}""");

        var answer = await session.GetAsync(Groups, "2021-04-01");
        var deleted = await session.SendAsync(HttpMethod.Delete, Faults, null);
        var after = await session.GetAsync(Groups, "2021-04-01");

        Assert.Equal((503, "ServerTimeout", "3", 204, 200), (answer.Status, answer.Code, answer.Headers["Retry-After"], deleted.Status, after.Status));
    }

    [Theory]
    [InlineData("dropBeforeCommit", 404)]
    [InlineData("dropAfterCommit", 200)]
    public async Task Dropped_connection_leaves_what_its_kind_says(string kind, int status)
    {
        await using var session = await StartAsync(with: options => options with { Faults = $$"""{"faults":[{"kind":"{{kind}}","match":{"methods":["PUT"]} }]}""" });

        await Assert.ThrowsAsync<HttpRequestException>(() => session.PutAsync(Groups + "/rg", "2021-04-01", """{"location":"westeurope"}"""));
        var read = await session.GetAsync(Groups + "/rg", "2021-04-01");

        Assert.Equal(status, read.Status);
    }

    [Fact]
    public async Task New_object_is_hidden_for_a_number_of_reads()
    {
        await using var session = await StartAsync(with: options => options with { Faults = """{"faults":[{"kind":"delayedVisibility","reads":2}]}""" });
        await session.PutOkAsync(Definition, DefinitionBody);

        var list = await session.GetAsync(Authorization + "/policyDefinitions", PolicyVersion);
        var first = await session.GetAsync(Definition, PolicyVersion);
        var second = await session.GetAsync(Definition, PolicyVersion);

        Assert.Equal([], list.Names);
        Assert.Equal((404, 200), (first.Status, second.Status));
    }

    [Fact]
    public async Task Pages_are_made_smaller_and_linked()
    {
        await using var session = await StartAsync(with: options => options with { Faults = """{"faults":[{"kind":"pageSize","size":1}]}""" });
        await session.WithGroupAsync("a");
        await session.WithGroupAsync("b");

        var first = await session.GetAsync(Groups + "?$top=100", "2021-04-01");
        var second = await session.SendAsync(HttpMethod.Get, first.At("nextLink") ?? "", null);

        Assert.Equal(["a"], first.Names);
        Assert.Equal(["b"], second.Names);
        Assert.Null(second.At("nextLink"));
    }

    [Fact]
    public async Task Principal_is_not_found_unless_its_type_is_told()
    {
        await using var session = await StartAsync(with: options => options with { Faults = """{"faults":[{"kind":"principalNotFound","match":{"count":1}}]}""" });
        var role = Authorization + "/roleAssignments/00000000-0000-0000-0000-000000000001";
        const string body = """{"properties":{"principalId":"aaaaaaaa-0000-0000-0000-000000000001"}}""";

        var answer = await session.PutAsync(role, "2022-04-01", body);

        Assert.Equal((400, "PrincipalNotFound"), (answer.Status, answer.Code));
        Assert.StartsWith($"Principal aaaaaaaa000000000000000000000001 does not exist in the directory {Tenant}. ", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_tells_method_path_status_and_faults_and_nothing_else()
    {
        await using var session = await StartAsync(with: options => options with { Faults = """{"faults":[{"kind":"throttle","name":"busy","match":{"path":"*/resourceGroups"}}]}""" });
        await session.GetAsync(Groups + "?$filter=secret", "2021-04-01");

        var log = await session.SendAsync(HttpMethod.Get, "/emulator/log?$top=1", null);

        Assert.Equal(("GET", Groups, "429", """["busy"]"""), (log.At("value/0/method"), log.At("value/0/path"), log.At("value/0/status"), log.At("value/0/faults")));
        Assert.DoesNotContain("secret", log.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(log.At("value/1/path"));
    }

    [Theory]
    [InlineData("{", "It is not JSON: ")]
    [InlineData("""{"faults":{}}""", "'$.faults' must be an array of faults.")]
    [InlineData("""{"faults":[{"kind":"explode"}]}""", "'$.faults[0].kind' must be one of latency, throttle, unavailable, dropBeforeCommit, dropAfterCommit, delayedVisibility, principalNotFound, pageSize.")]
    [InlineData("""{"faults":[{"kind":"latency","milliseconds":-1}]}""", "'$.faults[0].milliseconds' must be a whole number from 0 to 600000.")]
    [InlineData("""{"faults":[{"kind":"delayedVisibility"}]}""", "'$.faults[0]' must have one of 'reads' and 'seconds', above 0.")]
    [InlineData("""{"faults":[{"kind":"throttle","colour":1}]}""", "'$.faults[0].colour' is not known; there are kind, name, match, retryAfterSeconds.")]
    [InlineData("""{"faults":[{"kind":"throttle","match":{"probability":2}}]}""", "'$.faults[0].match.probability' must be a number from 0 to 1.")]
    [InlineData("""{"faults":[{"kind":"throttle","match":{"methods":["FETCH"]}}]}""", "'$.faults[0].match.methods' must be an array of some of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT.")]
    public void Plan_with_a_mistake_is_refused_with_its_place(string json, string problem)
    {
        var (plan, problems) = FaultPlanReader.Read(json);

        Assert.Null(plan);
        Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_reads_what_it_writes()
    {
        const string json = """
            {"seed":5,"faults":[{"kind":"latency","milliseconds":1,"maximumMilliseconds":9,"match":{"methods":["GET"],"path":"/a*","nth":2,"count":3,"probability":0.5}},
            {"kind":"delayedVisibility","seconds":4},{"kind":"pageSize","size":7,"name":"small"}]}
            """;

        var written = FaultPlanDocument.Of(FaultPlanReader.Read(json).Plan ?? FaultPlan.None).ToJsonString();

        Assert.Equal(written, FaultPlanDocument.Of(FaultPlanReader.Read(written).Plan ?? FaultPlan.None).ToJsonString());
        Assert.Contains("\"seconds\":4", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_seed_meets_the_same_requests_about_as_often_as_the_probability() =>
        Gen.Select(Gen.Int, Gen.Double[0.1, 0.9]).Sample((seed, probability) =>
        {
            var fault = new Fault("f", FaultKind.Throttle, FaultFilter.All with { Probability = probability });
            bool[] Run()
            {
                var injector = new FaultInjector(new FaultPlan(seed, [fault]));
                return [.. Enumerable.Range(0, 1000).Select(_ => injector.Next("GET", "/").Refusal is not null)];
            }

            var met = Run();
            return met.SequenceEqual(Run()) && Math.Abs(met.Count(item => item) - (1000 * probability)) < 120;
        });

    [Theory]
    [InlineData("/a/*/c", "/a/b/c", true)]
    [InlineData("/a/*/c", "/a/c", false)]
    [InlineData("*/roleAssignments/*", "/x/RoleAssignments/y", true)]
    [InlineData("/a", "/a/b", false)]
    [InlineData("ab*ba", "aba", false)]
    public void Path_pattern_fits_whole_paths(string pattern, string path, bool expected) =>
        Assert.Equal(expected, (FaultFilter.All with { Path = pattern }).Fits("GET", path));
}

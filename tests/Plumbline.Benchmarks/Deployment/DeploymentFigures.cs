using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Plumbline.Arm;
using Plumbline.Arm.Applying;
using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Benchmarks.Scan;
using Plumbline.Emulator;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;

namespace Plumbline.Benchmarks.Deployment;

/// <summary>Planning and applying 770 objects at an endpoint that takes 50 ms for every request, against the least time that the limiter allows; and planning with 5,000 exemptions.</summary>
internal static class DeploymentFigures
{
    private const double Latency = 0.05;
    private const int Objects = 770;

    /// <summary>The figures.</summary>
    public static IEnumerable<Figure> Measure() => MeasureAsync().GetAwaiter().GetResult();

    private static async Task<List<Figure>> MeasureAsync()
    {
        var options = new EmulatorOptions(0, BenchmarkEstate.Subscription["/subscriptions/".Length..], "99999999-8888-7777-6666-555555555555", null, [], [], TimeProvider.System)
        {
            Faults = """{"seed":1,"faults":[{"kind":"latency","milliseconds":50}]}""",
        };
        await using var host = await EmulatorHost.StartAsync(options, CancellationToken.None);
        await PrepareAsync(host);
        var counter = new RequestCounter(PinnedCertificateHandler.For(host.Certificate));
        var connection = new ArmConnection(ArmCloud.Local(host.Endpoint), new StaticTokenCredential(host.Token), counter, ArmTiming.Cloud);
        var figures = new List<Figure>();
        var watch = Stopwatch.StartNew();
        var plan = await PlanAsync(connection, BenchmarkEstate.Environment(500));
        figures.Add(new("deploy_plan_s", $"Plan of {Objects} new objects at 50 ms latency", watch.Elapsed.TotalSeconds, "s"));
        figures.Add(new("deploy_plan_requests", "... requests", counter.Reads, ""));
        counter.Reset();
        await ApplyAsync(connection, counter, plan, figures);
        await ReplanAsync(connection, counter, figures);
        return figures;
    }

    private static async Task ApplyAsync(ArmConnection connection, RequestCounter counter, DeploymentPlan plan, List<Figure> figures)
    {
        var watch = Stopwatch.StartNew();
        var result = await new PlanApplier(connection).ApplyAsync(plan, ApplyOptions.Default, new NoJournal(), null, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        if (!result.IsComplete) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(3).Select(diagnostic => diagnostic.Message)));
        var limits = RequestLimits.Default;
        double[] bounds =
        [
            (counter.Writes - limits.Writes.Burst) / limits.Writes.PerSecond,
            (counter.Reads - limits.Reads.Burst) / limits.Reads.PerSecond,
            counter.Writes * Latency / limits.Writers,
            counter.Reads * Latency / limits.Readers,
        ];
        figures.Add(new("deploy_apply_s", "Apply", seconds, "s"));
        figures.Add(new("deploy_optimum_s", "... the least time that the limiter and the latency allow", bounds.Max(), "s"));
        figures.Add(new("deploy_ratio", "... ratio", seconds / bounds.Max(), "", 1.3));
        figures.Add(new("deploy_reads_per_object", "... reads an object", counter.Reads / (double)Objects, ""));
        figures.Add(new("deploy_writes_per_object", "... writes an object", counter.Writes / (double)plan.Operations.Length, ""));
        counter.Reset();
    }

    private static async Task ReplanAsync(ArmConnection connection, RequestCounter counter, List<Figure> figures)
    {
        var plan = await PlanAsync(connection, BenchmarkEstate.Environment(500));
        if (plan.HasChanges) throw new InvalidOperationException("The plan after applying is not empty.");
        figures.Add(new("deploy_again_requests", "Plan after applying: requests for all objects", counter.Reads, ""));
        counter.Reset();
        var (before, watch) = (counter.Reads, Stopwatch.StartNew());
        var many = DeploymentPlanner.Plan(new PlanRequest(BenchmarkEstate.Environment(900), BenchmarkEstate.Documents, await ReadAsync(connection, BenchmarkEstate.Environment(900)), PlanChoices.None, Header));
        if (many.Plan is null) throw new InvalidOperationException(many.Diagnostics[0].Message);
        figures.Add(new("deploy_more_requests", "Plan with 900 exemptions: requests", counter.Reads - before, ""));
        watch.Restart();
        var scattered = Scattered(5000);
        var planned = DeploymentPlanner.Plan(new PlanRequest(scattered, BenchmarkEstate.Documents, LiveState.Empty, PlanChoices.None, Header));
        if (planned.Plan is null) throw new InvalidOperationException(planned.Diagnostics[0].Message);
        figures.Add(new("deploy_5000_s", "Plan with 5,000 exemptions in 5,000 resource groups, without reading", watch.Elapsed.TotalSeconds, "s"));
        var query = DeploymentPlanner.Query(scattered, BenchmarkEstate.Documents);
        figures.Add(new("deploy_5000_lists", "... lists to read, a request a page each", 2 + query.AssignmentScopes.Length + query.ExemptionRoots.Length + query.RoleRoots.Length, ""));
    }

    private static PlanHeader Header { get; } = new(DateTimeOffset.UnixEpoch, "benchmark", null);

    private static DeploymentEnvironment Scattered(int count) => BenchmarkEstate.Environment(count) with
    {
        Exemptions = [.. BenchmarkEstate.Environment(count).Exemptions.Select((exemption, i) => exemption with { Scopes = [$"{BenchmarkEstate.Subscription}/resourceGroups/group-{i}"] })],
    };

    private static async Task<LiveState> ReadAsync(ArmConnection connection, DeploymentEnvironment environment)
    {
        var reading = await new LiveStateReader(connection).ReadAsync(DeploymentPlanner.Query(environment, BenchmarkEstate.Documents), CancellationToken.None);
        return reading.State ?? throw new InvalidOperationException(reading.Failures[0].Message);
    }

    private static async Task<DeploymentPlan> PlanAsync(ArmConnection connection, DeploymentEnvironment environment)
    {
        var result = DeploymentPlanner.Plan(new PlanRequest(environment, BenchmarkEstate.Documents, await ReadAsync(connection, environment), PlanChoices.None, Header));
        return result.Plan ?? throw new InvalidOperationException(result.Diagnostics[0].Message);
    }

    private static async Task PrepareAsync(EmulatorHost host)
    {
        using var client = new HttpClient(PinnedCertificateHandler.For(host.Certificate)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
        using var body = new StringContent("""{"location":"westeurope"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri($"{BenchmarkEstate.Group}?api-version=2021-04-01", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private sealed class NoJournal : IJournal
    {
        public void Append(JournalEvent item)
        {
        }
    }
}

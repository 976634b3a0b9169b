using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Benchmarks.Scan;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>
/// A mixed load at a fixed rate: 70 % reads (GET and lists), 15 % queryResults and summarize, 15 % PUTs of resources under the whole initiative. Requests start when
/// their time has come, whether earlier ones were answered or not, and latency counts from that time.
/// </summary>
internal static class LoadFigures
{
    private const int Rate = 1000;
    private const double TargetP99 = 50;
    private const int Estate = 2000;
    private const string Version = "api-version=2024-10-01";
    private static readonly string States = $"{SampleEstate.Scope}/providers/Microsoft.PolicyInsights/policyStates/latest";

    /// <summary>The figures.</summary>
    public static IEnumerable<Figure> Measure(int seconds, string? stateFile) => MeasureAsync(seconds, stateFile).GetAwaiter().GetResult();

    private static async Task<List<Figure>> MeasureAsync(int seconds, string? stateFile)
    {
        await using var client = await EmulatorClient.StartAsync(start => start with { StateFile = stateFile });
        var resources = await FillAsync(client);
        await RunAsync(client, resources, 3);
        var collections = GC.CollectionCount(2);
        var samples = await RunAsync(client, resources, seconds);
        var figures = new List<Figure> { new("load_rate", $"Load of {Rate} requests per second: answered", samples.Count / samples.Max(sample => sample.Finished), "1/s") };
        foreach (var kind in samples.GroupBy(sample => sample.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)) figures.Add(new($"load_{kind.Key}_p99_ms", $"... {kind.Key}: p99", Quantile(kind, 0.99), "ms"));
        figures.Add(new("load_p50_ms", "... all: p50", Quantile(samples, 0.50), "ms"));
        figures.Add(new("load_p99_ms", "... all: p99", Quantile(samples, 0.99), "ms", TargetP99));
        figures.Add(new("load_failed", "... answers that are no success", samples.Count(sample => sample.Status >= 300), "", 0));
        figures.Add(new("load_gen2", "... collections of the oldest generation", GC.CollectionCount(2) - collections, ""));
        return figures;
    }

    private static async Task<List<(string Id, string Body)>> FillAsync(EmulatorClient client)
    {
        foreach (var (id, body) in SampleEstate.Definitions().Concat(SampleEstate.Initiatives()).Concat(SampleEstate.Assignments())) await client.ReadAsync(HttpMethod.Put, $"{id}?api-version=2025-03-01", body);
        for (var group = 0; group < Estate / 1000; group++)
            await client.ReadAsync(HttpMethod.Put, $"{SampleEstate.Scope}/resourceGroups/rg-{group:000}?api-version=2021-04-01", """{"location":"westeurope"}""");
        var resources = SampleEstate.Resources(Estate).Select(utf8 => JsonNode.Parse(utf8)).OfType<JsonObject>()
            .Where(body => $"{body["type"]}".Count(character => character == '/') == 1)
            .Select(body => (Id: $"{body["id"]}", Body: body.ToJsonString())).ToList();
        foreach (var (id, body) in resources) await client.ReadAsync(HttpMethod.Put, $"{id}?api-version=2025-01-01", body);
        return resources;
    }

    private static async Task<List<Sample>> RunAsync(EmulatorClient client, List<(string Id, string Body)> resources, int seconds)
    {
        var samples = new ConcurrentQueue<Sample>();
        var pending = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < Rate * seconds; number++)
        {
            var due = number / (double)Rate;
            while (watch.Elapsed.TotalSeconds < due) await Task.Delay(1);
            pending.Add(Task.Run(() => OneAsync(client, resources, number, due, watch, samples)));
        }

        await Task.WhenAll(pending);
        return [.. samples];
    }

    private static async Task OneAsync(EmulatorClient client, List<(string Id, string Body)> resources, int number, double due, Stopwatch watch, ConcurrentQueue<Sample> samples)
    {
        var resource = resources[number * 7919 % resources.Count];
        var (kind, method, path, body) = (number % 20) switch
        {
            < 12 => ("get", HttpMethod.Get, $"{resource.Id}?api-version=2025-01-01", (string?)null),
            < 14 => ("list", HttpMethod.Get, $"{SampleEstate.Scope}/resourceGroups/rg-000/resources?$top=20&api-version=2021-04-01", null),
            14 => ("query", HttpMethod.Post, $"{States}/queryResults?{Version}&$top=20&$filter=ComplianceState eq 'NonCompliant'", null),
            15 => ("query", HttpMethod.Post, $"{resource.Id}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults?{Version}", null),
            16 => ("summarize", HttpMethod.Post, $"{States}/summarize?{Version}", null),
            _ => ("put", HttpMethod.Put, $"{resource.Id}?api-version=2025-01-01", resource.Body),
        };
        var (status, _) = await client.SendAsync(method, path, body);
        var finished = watch.Elapsed.TotalSeconds;
        samples.Enqueue(new Sample(kind, status, (finished - due) * 1000, finished));
    }

    private static double Quantile(IEnumerable<Sample> samples, double quantile)
    {
        var sorted = samples.Select(sample => sample.Milliseconds).Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, quantile * sorted.Count)];
    }

    private sealed record Sample(string Kind, int Status, double Milliseconds, double Finished);
}

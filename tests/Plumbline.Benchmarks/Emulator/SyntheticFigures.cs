using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plumbline.Benchmarks.Scan;
using Plumbline.Emulator;
using Plumbline.Emulator.Synthetic;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>Reading a synthetic estate of 1,000,000 resources and 10,000,000 compliance records through https.</summary>
internal static class SyntheticFigures
{
    private const string States = "/providers/Microsoft.Management/managementGroups/synthetic/providers/Microsoft.PolicyInsights/policyStates/latest";
    private const string Version = "api-version=2024-10-01";
    private const double Megabyte = 1024 * 1024;
    private const int Sample = 200;

    /// <summary>The figures.</summary>
    /// <param name="isWhole">Whether all records are read, which takes minutes.</param>
    public static IEnumerable<Figure> Measure(bool isWhole)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var options = new SyntheticOptions(1, 1_000_000);
        var shape = new SyntheticShape(options);
        var client = EmulatorClient.StartAsync(start => start with { Synthetic = options }).GetAwaiter().GetResult();
        yield return new("synthetic_held_mb", "Synthetic estate of 1,000,000 resources: memory held", (GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte, "MB");
        var subscription = "/subscriptions/" + shape.SubscriptionId(5);
        yield return Rate("synthetic_list_pages", "Lists of resources at random places, 1,000 a page", index =>
            client.SendAsync(HttpMethod.Get, $"{subscription}/resources?$top=1000&$skiptoken={index * 7919 % 99_000}&api-version=2021-04-01"));
        var ids = ReadIds(client, subscription);
        yield return Rate("synthetic_gets", "GETs of one resource", index => client.SendAsync(HttpMethod.Get, $"{ids[index % ids.Count]}?api-version=2023-01-01"));
        yield return new("synthetic_summarize_s", "summarize of 10,000,000 records, first", Seconds(() => client.ReadAsync(HttpMethod.Post, $"{States}/summarize?{Version}")), "s");
        yield return new("synthetic_summarize_again_s", "... again", Seconds(() => client.ReadAsync(HttpMethod.Post, $"{States}/summarize?{Version}")), "s");
        foreach (var figure in Pages(client, isWhole)) yield return figure;
        using var self = Process.GetCurrentProcess();
        yield return new("synthetic_peak_mb", "Peak working set of server and client", self.PeakWorkingSet64 / Megabyte, "MB");
        client.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static IEnumerable<Figure> Pages(EmulatorClient client, bool isWhole)
    {
        var limit = isWhole ? int.MaxValue : Sample;
        var (watch, pages, records, first) = (Stopwatch.StartNew(), 0, 0L, 0.0);
        for (var next = $"{States}/queryResults?{Version}"; next is not null && pages < limit; pages++)
        {
            var page = client.ReadAsync(HttpMethod.Post, next).GetAwaiter().GetResult();
            records += page.GetProperty("@odata.count").GetInt64();
            next = page.GetProperty("@odata.nextLink") is { ValueKind: JsonValueKind.String } link ? link.GetString() : null;
            if (pages == Sample - 1) first = watch.Elapsed.TotalSeconds;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        yield return new("synthetic_pages", "queryResults, pages of 1,000 records per second, from the first on", Sample / first, "1/s");
        if (!isWhole) yield break;
        yield return new("synthetic_pages_deep", "... from the last on backwards, all others", (pages - Sample) / (seconds - first), "1/s");
        yield return new("synthetic_read_s", string.Create(CultureInfo.InvariantCulture, $"The whole read of {records:#,0} records"), seconds, "s");
    }

    private static List<string> ReadIds(EmulatorClient client, string subscription)
    {
        var page = client.ReadAsync(HttpMethod.Get, $"{subscription}/resources?$top=1000&$skiptoken=50000&api-version=2021-04-01").GetAwaiter().GetResult();
        return [.. page.GetProperty("value").EnumerateArray().Select(item => item.GetProperty("id").GetString() ?? "")];
    }

    private static Figure Rate(string key, string text, Func<int, Task<(int Status, long Length)>> send)
    {
        Send(0, Sample / 10);
        var watch = Stopwatch.StartNew();
        Send(Sample, 2 * Sample);
        return new(key, text, Sample / watch.Elapsed.TotalSeconds, "1/s");

        void Send(int from, int to)
        {
            for (var index = from; index < to; index++)
            {
                var (status, _) = send(index).GetAwaiter().GetResult();
                if (status != 200) throw new InvalidOperationException($"{key}: {status}");
            }
        }
    }

    private static double Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        work().GetAwaiter().GetResult();
        return watch.Elapsed.TotalSeconds;
    }
}

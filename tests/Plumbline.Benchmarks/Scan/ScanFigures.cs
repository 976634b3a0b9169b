using System.Diagnostics;
using System.Text.Json;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Benchmarks.Scan;

/// <summary>Parsing alone against the scan of the same bytes with the whole initiative.</summary>
internal static class ScanFigures
{
    /// <summary>How many resources a measurement goes through.</summary>
    public const int Resources = 100_000;

    private const int Rounds = 3;
    private const double TargetRatio = 2;

    /// <summary>The figures on one thread and on two.</summary>
    public static IEnumerable<Figure> Measure(byte[][] pool, SamplePolicies policies)
    {
        yield return new("initiative_references", "References of the initiative", policies.References, "");
        yield return new("initiative_covered", "... whose definition is in the checkout, compiled for the scan", policies.Bound.Length, "");
        yield return new("resource_bytes", "Bytes of a resource, on average", pool.Average(resource => resource.Length), "B");
        var program = policies.Compile();
        foreach (var figure in Enumerable.Range(1, 2).SelectMany(threads => OnThreads(threads, pool, program))) yield return figure;
    }

    private static IEnumerable<Figure> OnThreads(int threads, byte[][] pool, PolicyProgram program)
    {
        var on = $"{threads} thread{(threads == 1 ? "" : "s")}";
        var (parse, scan, verdicts) = (TimeSpan.MaxValue, TimeSpan.MaxValue, 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            var parsed = Time(threads, share => Parse(pool, share)).Elapsed;
            var scanned = Time(threads, share => Scan(pool, share, program));
            if (round == 0) continue;
            if (parsed < parse) parse = parsed;
            if (scanned.Elapsed < scan) scan = scanned.Elapsed;
            verdicts = scanned.Total;
        }

        yield return new($"parse_ms_{threads}", $"JsonDocument.Parse of {Resources:#,0} resources, {on}", parse.TotalMilliseconds, "ms");
        yield return new($"scan_ms_{threads}", $"Scan of the same bytes, {on}", scan.TotalMilliseconds, "ms");
        yield return new($"scan_to_parse_{threads}", $"Scan / parse, {on}", scan / parse, "", TargetRatio);
        yield return new($"verdicts_{threads}", $"Verdicts, {on}", verdicts, "");
        yield return new($"verdicts_per_second_per_core_{threads}", $"Verdicts per second and core, {on}", verdicts / scan.TotalSeconds / threads, "1/s");
        yield return new($"resources_per_second_per_core_{threads}", $"Resources per second and core, {on}", Resources / scan.TotalSeconds / threads, "1/s");
    }

    // Threads of their own, started together: a pool would ramp up during the measurement.
    private static (TimeSpan Elapsed, long Total) Time(int threads, Func<(int Start, int End), long> work)
    {
        var totals = new long[threads];
        var workers = Enumerable.Range(0, threads).Select(index => new Thread(() => totals[index] = work((Resources / threads * index, Resources / threads * (index + 1))))).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        return (watch.Elapsed, totals.Sum());
    }

    private static long Parse(byte[][] pool, (int Start, int End) share)
    {
        var objects = 0L;
        for (var index = share.Start; index < share.End; index++)
        {
            using var document = JsonDocument.Parse(pool[index % pool.Length]);
            if (document.RootElement.ValueKind == JsonValueKind.Object) objects++;
        }

        return objects;
    }

    private static long Scan(byte[][] pool, (int Start, int End) share, PolicyProgram program)
    {
        var runner = program.CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), RelatedResourceList.Empty);
        var verdicts = 0L;
        for (var index = share.Start; index < share.End; index++) verdicts += runner.Run(pool[index % pool.Length]).Count;
        return verdicts;
    }
}

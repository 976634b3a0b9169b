using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Benchmarks.Scan;

/// <summary>The bytes that verdicts allocate, each definition measured alone on each resource.</summary>
internal static class AllocationFigures
{
    private const int Sample = 300;
    private const int Worst = 5;

    /// <summary>The figures, and the definitions that allocate most.</summary>
    public static IEnumerable<Figure> Measure(byte[][] pool, SamplePolicies policies)
    {
        var resources = pool.Take(Sample).ToArray();
        var rows = policies.Bound.Select(bound => (bound.Definition.Name, Bytes: Measure(bound, resources))).ToList();
        var all = rows.SelectMany(row => row.Bytes).ToList();
        yield return new("bytes_per_verdict", "Bytes allocated for a verdict, on average", all.Average(), "B");
        yield return new("verdicts_without_allocation", "Verdicts that allocate nothing", 100.0 * all.Count(bytes => bytes == 0) / all.Count, "%");
        yield return new("definitions_without_allocation", "Definitions none of whose verdicts allocates", rows.Count(row => row.Bytes.All(bytes => bytes == 0)), "");
        foreach (var (name, bytes) in rows.Where(row => row.Bytes.Count > 0).OrderByDescending(row => row.Bytes.Average()).Take(Worst))
            yield return new($"bytes_{name}", $"  {name}", bytes.Average(), "B");
    }

    private static List<long> Measure(BoundDefinition bound, byte[][] resources)
    {
        var runner = PolicyProgram.Compile([bound], AliasTable.Published).CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), RelatedResourceList.Empty);
        var bytes = new List<long>();
        foreach (var resource in resources)
        {
            if (runner.Run(resource).Count == 0) continue;
            var before = GC.GetAllocatedBytesForCurrentThread();
            runner.Run(resource);
            bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return bytes;
    }
}

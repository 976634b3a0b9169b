using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plumbline.Benchmarks.Samples;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Benchmarks.Scan;

/// <summary>The peak working set of processes that scan resources as they come, none of which is kept.</summary>
internal static class MemoryFigures
{
    private const double Megabyte = 1024 * 1024;

    // Garbage collection is not exact: the larger scan may take this many times the memory of the smaller one.
    private const double TargetRatio = 1.15;

    /// <summary>The figures for 100,000 and 1,000,000 resources, each of a process of its own.</summary>
    public static IEnumerable<Figure> Measure()
    {
        var (small, large) = (PeakOf(100_000), PeakOf(1_000_000));
        yield return new("peak_mb_100000", "Peak working set, 100,000 resources", small, "MB");
        yield return new("peak_mb_1000000", "Peak working set, 1,000,000 resources", large, "MB");
        yield return new("peak_ratio", "... the larger / the smaller", large / small, "", TargetRatio);
    }

    /// <summary>The work of such a process: scans and prints its peak in bytes.</summary>
    public static void ScanStream(int count)
    {
        var pool = SampleResources.Pool(100).Select(Encoding.UTF8.GetString).ToArray();
        var runner = SamplePolicies.Read().Compile().CreateRunner(new EvaluationContext(DateTimeOffset.UnixEpoch), RelatedResourceList.Empty);
        var verdicts = 0L;
        for (var index = 0; index < count; index++)
            verdicts += runner.Run(Encoding.UTF8.GetBytes(pool[index % pool.Length].Replace("resource-", $"r{index}-", StringComparison.Ordinal))).Count;
        if (verdicts == 0) throw new InvalidOperationException("The scan gave no verdict.");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    private static double PeakOf(int count)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MemoryFigures).Assembly.Location, "--scan-stream", count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process does not start.");
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return long.Parse(answer, CultureInfo.InvariantCulture) / Megabyte;
    }
}

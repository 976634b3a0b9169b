using System.Buffers.Text;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Benchmarks.Samples;

namespace Plumbline.Benchmarks.Scan;

/// <summary>The program's <c>eval --batch</c> as another program uses it: lines through a pipe, answers thrown away.</summary>
internal static class BatchFigures
{
    private const double Megabyte = 1024 * 1024;
    private const double TargetRatio = 1.15;
    private const string Program = "generator/Plumbline.Cli/bin/Release/net10.0/plumbline.dll";

    /// <summary>The figures for 100,000 and 1,000,000 lines.</summary>
    public static IEnumerable<Figure> Measure()
    {
        var lines = Lines();
        yield return new("line_bytes", "Bytes of a line, on average", lines.Average(line => line.Length), "B");
        var small = Run(lines, 100_000);
        var large = Run(lines, 1_000_000);
        foreach (var (count, run) in new[] { (100_000, small), (1_000_000, large) })
        {
            yield return new($"batch_s_{count}", $"eval --batch of {count:#,0} lines", run.Seconds, "s");
            yield return new($"batch_lines_per_second_{count}", "... lines per second", count / run.Seconds, "1/s");
            yield return new($"batch_peak_mb_{count}", "... peak working set", run.Peak / Megabyte, "MB");
        }

        yield return new("batch_peak_ratio", "Peak working set, the larger / the smaller", large.Peak / small.Peak, "", TargetRatio);
    }

    // Every definition of the project with every original resource, without the ids.
    private static byte[][] Lines()
    {
        var resources = SampleResources.Originals().Select(Compact).ToList();
        return [.. Checkout.JsonFiles("definitions").Select(File.ReadAllText).Select(Compact)
            .SelectMany(definition => resources.Select(resource => Encoding.UTF8.GetBytes($",\"definition\":{definition},\"resource\":{resource}}}\n")))];
    }

    private static string Compact(string json) => JsonNode.Parse(json)?.ToJsonString() ?? "null";

    private static (double Seconds, double Peak) Run(byte[][] lines, int count)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Checkout.Root, Program), "eval", "--batch"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
        var answers = Task.Run(() => CountLines(process.StandardOutput.BaseStream));
        var peak = Feed(process, lines, count);
        process.WaitForExit();
        if (answers.Result != count) throw new InvalidOperationException($"{answers.Result} answers to {count} lines.");
        return (watch.Elapsed.TotalSeconds, peak);
    }

    // The peak of a process is gone with it, so it is read before the last line goes in.
    private static double Feed(Process process, byte[][] lines, int count)
    {
        var peak = 0L;
        using var input = new BufferedStream(process.StandardInput.BaseStream, 1 << 16);
        Span<byte> id = stackalloc byte[16];
        for (var index = 0; index < count; index++)
        {
            if (index == count - 1) peak = PeakOf(process, input);
            input.Write("{\"id\":"u8);
            Utf8Formatter.TryFormat(index, id, out var length);
            input.Write(id[..length]);
            input.Write(lines[index % lines.Length]);
        }

        return peak;
    }

    private static long PeakOf(Process process, Stream input)
    {
        input.Flush();
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    private static long CountLines(Stream output)
    {
        var block = new byte[1 << 16];
        var lines = 0L;
        while (output.Read(block) is var read and > 0) lines += block.AsSpan(0, read).Count((byte)'\n');
        return lines;
    }
}

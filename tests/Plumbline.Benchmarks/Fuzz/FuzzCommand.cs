using System.Diagnostics;
using System.Globalization;

namespace Plumbline.Benchmarks.Fuzz;

/// <summary>Fuzzes for a time: first the nasty inputs, then random ones. Prints the first finding and ends with 1.</summary>
internal static class FuzzCommand
{
    private const int DefaultSeconds = 60;
    private const int DefaultSeed = 20260101;
    private const long MemoryCheckEvery = 5000;
    private const long MaximumGrowth = 256L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "plumbline-fuzz");

    /// <summary>Runs <c>[SECONDS] [--seed N] [--run N]</c>; <c>--run</c> repeats one input of a seed.</summary>
    public static int Run(string[] arguments)
    {
        var seconds = arguments is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var given) ? given : DefaultSeconds;
        var seed = (int)(Option(arguments, "--seed") ?? DefaultSeed);
        Directory.CreateDirectory(Folder);
        Console.WriteLine($"seed {seed}, {seconds} s");
        var result = 0;

        // A thread as a scan has it: with the stack of a secondary thread.
        var worker = new Thread(() => result = Option(arguments, "--run") is { } run ? Check($"run-{run}", new FuzzInputs(seed).Make(run)) : Run(seconds, seed));
        worker.Start();
        worker.Join();
        return result;
    }

    private static int Run(int seconds, int seed)
    {
        var watch = Stopwatch.StartNew();
        var nasty = NastyInputs.All().ToList();
        foreach (var (input, index) in nasty.Select((input, index) => (input, index)))
        {
            Note($"nasty-{index}");
            if (Check($"nasty-{index}", input) != 0) return 1;
        }

        var inputs = new FuzzInputs(seed);
        var (number, baseline) = (0L, 0L);
        for (; watch.Elapsed.TotalSeconds < seconds; number++)
        {
            Note($"run-{number}");
            if (Check($"run-{number}", inputs.Make(number)) != 0) return 1;
            if (number % MemoryCheckEvery == MemoryCheckEvery - 1 && Grown(ref baseline) is var grown and > MaximumGrowth) return Finding($"memory-{number}", $"memory grew by {grown} bytes", inputs.Make(number));
        }

        Console.WriteLine($"{nasty.Count} nasty inputs and {number} random ones, no finding; {FuzzTargets.Evaluated} definitions evaluated, {FuzzTargets.Verdicts} verdicts");
        return 0;
    }

    private static int Check(string name, FuzzCase input)
    {
        var watch = Stopwatch.StartNew();
        using var watchdog = new Timer(_ => Environment.Exit(Finding(name, "it does not end", input)), null, Longest * 10, Timeout.InfiniteTimeSpan);
        try
        {
            FuzzTargets.Run(input);
        }
        catch (Exception exception)
        {
            return Finding(name, exception.ToString(), input);
        }

        return watch.Elapsed > Longest ? Finding(name, $"it takes {watch.Elapsed.TotalSeconds:0.0} s", input) : 0;
    }

    private static int Finding(string name, string what, FuzzCase input)
    {
        Console.WriteLine($"FINDING {name}, target {input.Target}: {what}");
        foreach (var file in input.Save(Folder, name)) Console.WriteLine(file);
        return 1;
    }

    // A stack overflow ends the process at once: the file then says which input it was.
    private static void Note(string name) => File.WriteAllText(Path.Combine(Folder, "current"), name);

    private static long Grown(ref long baseline)
    {
        var now = GC.GetTotalMemory(forceFullCollection: true);
        if (baseline == 0) baseline = now;
        return now - baseline;
    }

    private static long? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var index and >= 0 && index + 1 < arguments.Length ? long.Parse(arguments[index + 1], CultureInfo.InvariantCulture) : null;
}

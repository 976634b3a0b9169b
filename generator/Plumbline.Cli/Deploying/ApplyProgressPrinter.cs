using System.Globalization;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Journals;

namespace Plumbline.Cli.Deploying;

/// <summary>Prints how an apply goes: on a terminal each operation that ends, elsewhere a line every ten seconds.</summary>
internal sealed class ApplyProgressPrinter(CliConsole console, TimeProvider time, int total, bool isInteractive) : IProgress<ApplyProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();
    private TimeSpan printed;
    private int done;
    private int failed;

    /// <inheritdoc/>
    public void Report(ApplyProgress value)
    {
        lock (gate)
        {
            if (value.Step == ApplyStep.Done) done++;
            if (value.Step == ApplyStep.Failed) failed++;
            if (isInteractive) PrintStep(value);
            else PrintInterval();
        }
    }

    private void PrintStep(ApplyProgress value)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"[{done,4}/{total}]");
        var what = value.Operation is { } operation ? $"{operation.Kind} {operation.Id[(operation.Id.LastIndexOf('/') + 1)..]}" : "";
        if (value.Step is ApplyStep.Done or ApplyStep.Failed or ApplyStep.Blocked) console.Note($"{counts} {value.Step.ToString().ToLowerInvariant(),-8} {what}");
        else if (value.Step == ApplyStep.Waiting) console.Note($"{counts} waiting  {what} {value.Detail}");
    }

    private void PrintInterval()
    {
        var elapsed = time.GetElapsedTime(start);
        if (elapsed - printed < Interval) return;
        printed = elapsed;
        console.Note(string.Create(CultureInfo.InvariantCulture, $"{done} of {total} done, {failed} failed, {elapsed.TotalSeconds:0} s"));
    }
}

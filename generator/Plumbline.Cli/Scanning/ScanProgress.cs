using System.Globalization;
using Plumbline.Cli.Rendering;

namespace Plumbline.Cli.Scanning;

/// <summary>Tells how far a scan is: on a terminal in one line that changes, elsewhere in a line every ten seconds. Short scans say nothing.</summary>
/// <param name="console">Where it is told: standard error.</param>
/// <param name="time">The clock.</param>
internal sealed class ScanProgress(CliConsole console, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private readonly bool isTerminal = console.Error.Profile.Out.IsTerminal;
    private long start;
    private long last;
    private long total;
    private long finished;
    private bool isShown;

    /// <summary>Starts the clock.</summary>
    /// <param name="bytes">How many bytes there are to read.</param>
    public void Start(long bytes)
    {
        (start, total) = (time.GetTimestamp(), bytes);
        last = start;
    }

    /// <summary>Is told how far the current input is.</summary>
    public void Report(long position, long resources)
    {
        if (time.GetElapsedTime(last) < (isTerminal ? (isShown ? OnTerminal : First) : Elsewhere)) return;
        last = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(start);
        var share = total > 0 ? Math.Min(1, (double)(finished + position) / total) : 0;
        var rest = share > 0 ? TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share) : TimeSpan.Zero;
        var text = string.Create(CultureInfo.InvariantCulture, $"{resources:#,0} resources, {resources / elapsed.TotalSeconds:#,0}/s, {share:0%}, {rest.TotalSeconds:0} s left");
        if (isTerminal) console.Error.Profile.Out.Writer.Write($"\r{text.PadRight(70)}");
        else console.Note(text);
        isShown = true;
    }

    /// <summary>Is told that an input is done.</summary>
    public void Finish(long length) => finished += length;

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (isTerminal && isShown) console.Error.Profile.Out.Writer.Write($"\r{new string(' ', 70)}\r");
    }
}

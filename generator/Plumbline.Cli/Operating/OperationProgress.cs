using Plumbline.Cli.Rendering;

namespace Plumbline.Cli.Operating;

/// <summary>Tells how far something is that takes long: a line on standard error every ten seconds, and never the same line twice.</summary>
/// <param name="console">Where it is told.</param>
/// <param name="time">The clock.</param>
internal sealed class OperationProgress(CliConsole console, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly long start = time.GetTimestamp();
    private long last = time.GetTimestamp();
    private string told = string.Empty;

    /// <summary>Is told how far it is.</summary>
    public void Report(string text)
    {
        if (text == told || time.GetElapsedTime(last) < Interval) return;
        (last, told) = (time.GetTimestamp(), text);
        console.Note(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.GetElapsedTime(start).TotalSeconds:0} s: {text}"));
    }
}

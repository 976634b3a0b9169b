using System.Globalization;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>Writes the progress of an apply as lines of a log.</summary>
public static class ApplyProgress
{
    /// <summary>How often a log that nobody watches gets a line.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(10);

    /// <summary>One operation that ended: <c>[ 12/134] definitions  create definition aca-https ... done</c>.</summary>
    /// <param name="done">How many have ended, this one among them.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="outcome">How it ended.</param>
    public static string Line(int done, int total, PlanOperation operation, OperationOutcome outcome) =>
        $"{Counter(done, total)} {PhaseWords.Short(operation.Phase),-11}  {operation.Action.Verb()} {ObjectWords.Label(operation)}: {outcome.Word()}";

    /// <summary>Where a run stands, for a log that gets a line each <see cref="Interval"/>: <c>[ 12/134] assignments  40 s, 1 failed</c>.</summary>
    /// <param name="done">How many have ended.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="phase">The current phase; see <see cref="PlanPhase"/>.</param>
    /// <param name="failed">How many of those that have ended failed or are blocked.</param>
    /// <param name="elapsed">Since the start.</param>
    public static string Status(int done, int total, int phase, int failed, TimeSpan elapsed)
    {
        var time = elapsed.TotalMinutes < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalSeconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes} min {elapsed.Seconds} s");
        return $"{Counter(done, total)} {PhaseWords.Short(phase),-11}  {time}{(failed > 0 ? $", {CountWords.Of(failed)} failed or blocked" : string.Empty)}";
    }

    private static string Counter(int done, int total)
    {
        var all = CountWords.Of(total);
        return $"[{CountWords.Of(done).PadLeft(Math.Max(3, all.Length))}/{all}]";
    }
}

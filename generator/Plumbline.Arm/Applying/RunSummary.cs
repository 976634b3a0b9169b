using System.Globalization;
using System.Text.Json;
using Plumbline.Planning.Journals;

namespace Plumbline.Arm.Applying;

/// <summary>Says in a line how a run ended; the last line of its journal.</summary>
internal static class RunSummary
{
    /// <summary>The outcome, the counts, and what was not started.</summary>
    public static string Of(ApplyResult result)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Word(result.Outcome)}: {result.Done.Length} done, {result.Failed.Length} failed, {result.Blocked.Length} blocked, {result.NotStarted.Length} not started");
        return result.NotStarted.IsEmpty ? text : $"{text} ({string.Join(", ", result.NotStarted.Select(operation => operation.Op))})";
    }

    private static string Word(ApplyOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}

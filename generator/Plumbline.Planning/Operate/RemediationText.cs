using System.Collections.Immutable;
using System.Globalization;

namespace Plumbline.Planning.Operate;

/// <summary>Remediations as lines for people.</summary>
public static class RemediationText
{
    // More are in the JSON; a screen of equal answers helps nobody.
    private const int FailuresShown = 20;

    /// <summary>What would be created.</summary>
    public static IEnumerable<string> Of(ImmutableArray<RemediationTask> tasks) =>
        tasks.Select(task => $"+ {task.Name}  {task.Assignment.DeclaredName}/{task.Member.Title} ({task.Member.EffectText}) at {task.Assignment.Scope}{Filter(task)}");

    /// <summary>How one stands, in a line.</summary>
    public static string Line(RemediationResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Name}  {(result.State.Length == 0 ? "not started" : result.State)}{(result.IsJoined ? " (ran already)" : "")}  {result.Successful} changed, {result.Failed} failed, {result.Total} in all");

    /// <summary>How they ended: each with what it could not change.</summary>
    public static IEnumerable<string> Of(ImmutableArray<RemediationResult> results)
    {
        foreach (var result in results)
        {
            yield return $"{Mark(result)} {result.Task.Assignment.DeclaredName}/{result.Task.Member.Title}  {Line(result)}";
            if (result is { HasFailed: true, Message: { Length: > 0 } message }) yield return $"    {message}";
            foreach (var failure in result.Failures.Take(FailuresShown))
            {
                yield return $"    {failure.ResourceId}";
                yield return $"      {failure.Text}";
            }

            if (result.Failures.Length > FailuresShown) yield return string.Create(CultureInfo.InvariantCulture, $"    and {result.Failures.Length - FailuresShown} more");
        }

        yield return Summary(results);
    }

    private static string Summary(ImmutableArray<RemediationResult> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"{results.Length} remediations: {results.Sum(one => one.Successful)} resources changed, {results.Sum(one => one.Failed)} failed, {results.Count(one => !one.HasEnded)} remediations not ended.");

    private static string Mark(RemediationResult result) => result switch
    {
        { HasFailed: true } => "!",
        { HasEnded: true } => "=",
        _ => ".",
    };

    private static string Filter(RemediationTask task) =>
        task.ResourceIds == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {task.ResourceIds} named resources");
}

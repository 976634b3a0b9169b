using System.Collections.Immutable;

namespace Plumbline.Planning.Rendering;

/// <summary>Writes what became of a plan as lines: the worst first, what is done only counted.</summary>
public static class ApplyText
{
    private const int Most = 50;

    /// <summary>The lines.</summary>
    /// <param name="summary">What became of the plan.</param>
    /// <param name="journal">The file of the journal, for who wants to know more.</param>
    public static ImmutableArray<PlanLine> Lines(ApplySummary summary, string journal)
    {
        if (summary.IsComplete) return [new(PlanLineStyle.Create, 0, $"Applied. {CountWords.Of(summary.Results.Length, "operation")} done in environment {summary.Plan.Environment.Name}.")];
        return
        [
            new(PlanLineStyle.Failure, 0, $"Not everything is done in environment {summary.Plan.Environment.Name}: {Counts(summary)}."),
            .. summary.Results.Where(result => result.Outcome != OperationOutcome.Done).GroupBy(result => result.Outcome).OrderBy(same => same.Key).SelectMany(Group),
            PlanLine.Empty,
            new(PlanLineStyle.Plain, 0, "Nothing is rolled back by itself, and what takes something away waits until everything else is done."),
            new(PlanLineStyle.Plain, 0, $"To go on when the cause is gone: plumbline apply {summary.Plan.Environment.Name} --resume. To undo what was done: plumbline rollback {summary.Plan.Environment.Name}."),
            new(PlanLineStyle.Faint, 0, $"The journal is {journal}."),
        ];
    }

    /// <summary>The counts, the worst first: <c>1 failed, 2 blocked, 31 done</c>.</summary>
    internal static string Counts(ApplySummary summary) =>
        string.Join(", ", Enum.GetValues<OperationOutcome>().Where(outcome => summary.Count(outcome) > 0).Select(outcome => $"{CountWords.Of(summary.Count(outcome))} {outcome.Word()}"));

    private static IEnumerable<PlanLine> Group(IGrouping<OperationOutcome, OperationResult> same)
    {
        yield return PlanLine.Empty;
        yield return new(PlanLineStyle.Heading, 0, $"{Heading(same.Key)} ({CountWords.Of(same.Count())})");
        foreach (var result in same.Take(Most))
        {
            yield return new(same.Key.Style(), 2, $"{result.Operation.Action.Verb()} {ObjectWords.LabelWithPlace(result.Operation)}");
            if (OutcomeWords.Why(result) is { } why) yield return new(PlanLineStyle.Plain, 6, why);
            if (same.Key == OperationOutcome.Failed && result.Operation.Source is { } source) yield return new(PlanLineStyle.Faint, 6, $"from {source}");
        }

        if (same.Count() > Most) yield return new(PlanLineStyle.Faint, 2, $"... {CountWords.Of(same.Count() - Most)} more");
    }

    private static string Heading(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Failed => "Failed",
        OperationOutcome.Unknown => "Sent, and it is not known whether it took effect",
        OperationOutcome.Blocked => "Blocked by what failed",
        OperationOutcome.Undone => "Undone",
        _ => "Not started",
    };
}

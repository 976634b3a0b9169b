namespace Plumbline.Planning.Rendering;

/// <summary>What became of a plan as the summary of a run: a table, the worst first. Everything from services is encoded.</summary>
public static class ApplyMarkdown
{
    private const int Reserve = 800;

    /// <summary>The text; LF, a final newline, within the limit of a comment.</summary>
    /// <param name="summary">What became of the plan.</param>
    /// <param name="journal">The file of the journal.</param>
    public static string Write(ApplySummary summary, string journal)
    {
        var text = new MarkdownBudget(PlanMarkdown.MaximumLength);
        var (sign, headline) = summary.IsComplete ? (":white_check_mark:", "everything is done") : (":red_circle:", "not everything is done");
        text.TryAppend($"### {sign} Azure Policy: apply to {MarkdownText.Encode(summary.Plan.Environment.Name)}, {headline}\n\n{ApplyText.Counts(summary)}\n\n| outcome | operation | why |\n|---|---|---|\n");
        var left = text.AppendRows([.. summary.Results.OrderBy(result => result.Outcome).Select(Row)], Reserve);
        if (left > 0) text.TryAppend($"\n{CountWords.Of(left, "more operation")}: see the journal.\n");
        if (!summary.IsComplete) text.TryAppend($"\nTo go on when the cause is gone: {MarkdownText.Code($"plumbline apply {summary.Plan.Environment.Name} --resume")}. To undo what was done: {MarkdownText.Code($"plumbline rollback {summary.Plan.Environment.Name}")}. The journal is {MarkdownText.Code(journal)}.\n");
        text.TryAppend($"\nPlan {MarkdownText.Code(summary.Plan.PlanId)}.\n");
        return text.ToString();
    }

    private static string Row(OperationResult result) =>
        $"| {Sign(result.Outcome)}{result.Outcome.Word()} | {result.Operation.Action.Verb()} {MarkdownText.Encode(ObjectWords.LabelWithPlace(result.Operation))} | {MarkdownText.Encode(result.Outcome == OperationOutcome.Done ? string.Empty : OutcomeWords.Why(result) ?? string.Empty)} |\n";

    private static string Sign(OperationOutcome outcome) => outcome == OperationOutcome.Failed ? ":red_circle: " : string.Empty;
}

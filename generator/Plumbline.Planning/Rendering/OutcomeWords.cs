namespace Plumbline.Planning.Rendering;

/// <summary>What outcomes are called.</summary>
internal static class OutcomeWords
{
    /// <summary>The word.</summary>
    public static string Word(this OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Failed => "failed",
        OperationOutcome.Unknown => "not known",
        OperationOutcome.Blocked => "blocked",
        OperationOutcome.NotStarted => "not started",
        OperationOutcome.Undone => "undone",
        _ => "done",
    };

    /// <summary>How a line is coloured.</summary>
    public static PlanLineStyle Style(this OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Failed => PlanLineStyle.Failure,
        OperationOutcome.Unknown or OperationOutcome.Blocked => PlanLineStyle.Warning,
        OperationOutcome.Done => PlanLineStyle.Create,
        _ => PlanLineStyle.Faint,
    };

    /// <summary>What the journal says about it, in one line; null when there is nothing to say.</summary>
    public static string? Why(OperationResult result)
    {
        if (result.Last is not { } last) return null;
        var status = last.Status is { } code ? $"HTTP {CountWords.Of(code)}" : null;
        string?[] parts = [status, last.Code, last.Message?.ReplaceLineEndings(" ")];
        var text = string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
        var tries = last.Attempt > 1 ? $" after {CountWords.Of(last.Attempt)} tries" : string.Empty;
        var correlation = last.CorrelationId is { } id ? $" (correlation id {id})" : string.Empty;
        return text.Length == 0 ? null : $"{text}{tries}{correlation}";
    }
}

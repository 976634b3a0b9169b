using System.Collections.Immutable;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>What became of a plan, from the journal: nothing counts as done that the journal does not say is done.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Results">The operations in the order of the plan.</param>
public sealed record ApplySummary(DeploymentPlan Plan, ImmutableArray<OperationResult> Results)
{
    /// <summary>Whether everything is done.</summary>
    public bool IsComplete => Results.All(result => result.Outcome == OperationOutcome.Done);

    /// <summary>The summary of a plan and the journal of its runs, a later line counting before an earlier one.</summary>
    public static ApplySummary Of(DeploymentPlan plan, IEnumerable<JournalEvent> journal)
    {
        var last = new Dictionary<string, JournalEvent>(StringComparer.Ordinal);
        foreach (var line in journal)
        {
            if (line.Op is { } op) last[op] = line;
        }

        return new(plan, [.. plan.Operations.Select(operation => Of(operation, last.GetValueOrDefault(operation.Op)))]);
    }

    /// <summary>How many operations have an outcome.</summary>
    public int Count(OperationOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    private static OperationResult Of(PlanOperation operation, JournalEvent? last) => new(operation, OutcomeOf(last?.Kind), last);

    private static OperationOutcome OutcomeOf(JournalEventKind? kind) => kind switch
    {
        JournalEventKind.Done => OperationOutcome.Done,
        JournalEventKind.Failed => OperationOutcome.Failed,
        JournalEventKind.Blocked => OperationOutcome.Blocked,
        JournalEventKind.Undone => OperationOutcome.Undone,
        JournalEventKind.Sent or JournalEventKind.Retried => OperationOutcome.Unknown,
        _ => OperationOutcome.NotStarted,
    };
}

using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Rendering;

/// <summary>What became of a plan as JUnit: a case an operation; blocked and not started ones are skipped, which never hides the one that failed.</summary>
internal static class ApplyJUnit
{
    /// <summary>The suites in the order of the phases.</summary>
    public static IEnumerable<JUnitSuite> Of(ApplySummary summary) => summary.Results.GroupBy(result => result.Operation.Phase)
        .Select(phase => new JUnitSuite(PlanText.PhaseTitle(phase.Key), summary.Plan.Environment.Name, [.. phase.Select(Case)]));

    private static JUnitCase Case(OperationResult result) => new(
        result.Operation.Id,
        $"plumbline.apply.{result.Operation.Kind}",
        TimeSpan.Zero,
        result.Outcome switch
        {
            OperationOutcome.Done => JUnitOutcome.Passed,
            OperationOutcome.Failed => JUnitOutcome.Failed,
            OperationOutcome.Unknown => JUnitOutcome.Error,
            _ => JUnitOutcome.Skipped,
        },
        result.Last?.Message ?? result.Outcome.ToString(),
        result.Last?.Code);
}

using System.Collections.Immutable;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Rendering;

/// <summary>
/// A plan as JUnit, which answers whether the environment is as declared: a case an operation, failed because it is not, in a suite a phase;
/// and one passed case that stands for all objects that are. The exit code says the same.
/// </summary>
internal static class PlanJUnit
{
    /// <summary>The suites in the order of the phases.</summary>
    public static IEnumerable<JUnitSuite> Of(DeploymentPlan plan)
    {
        var unchanged = new JUnitCase($"{plan.Unchanged} objects are as declared", "plumbline.plan", TimeSpan.Zero, JUnitOutcome.Passed);
        var phases = plan.Operations.GroupBy(operation => operation.Phase).Select(phase => new JUnitSuite(PlanText.PhaseTitle(phase.Key), plan.Environment.Name, [.. phase.Select(operation => CaseOf(plan, operation))]));
        return [new JUnitSuite("plan", plan.Environment.Name, [unchanged]), .. phases];
    }

    private static JUnitCase CaseOf(DeploymentPlan plan, PlanOperation operation)
    {
        ImmutableArray<PlanLine> lines = PlanText.Operation(plan, operation);
        return new JUnitCase(operation.Id, $"plumbline.plan.{operation.Kind}", TimeSpan.Zero, JUnitOutcome.Failed, lines[0].Text, string.Join('\n', lines.Select(line => line.ToString())));
    }
}

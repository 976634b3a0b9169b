using System.Collections.Immutable;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>Writes a plan as lines: first what it means, then each operation in the order in which it is done. The same plan gives the same lines.</summary>
public static class PlanText
{
    /// <summary>The lines. A plan without changes is one line, and its warnings.</summary>
    public static ImmutableArray<PlanLine> Lines(DeploymentPlan plan)
    {
        if (!plan.HasChanges) return [new(PlanLineStyle.Plain, 0, NoChanges(plan)), .. Warnings(plan), .. Refusals(plan)];
        return
        [
            new(PlanLineStyle.Heading, 0, Title(plan)), PlanLine.Empty, .. Meaning(plan), PlanLine.Empty,
            .. Warnings(plan), .. plan.Impact is { } impact ? [.. ImpactLines.Of(impact), PlanLine.Empty] : ImmutableArray<PlanLine>.Empty,
            .. plan.Operations.GroupBy(operation => operation.Phase).SelectMany(phase => Phase(plan, phase)),
            .. Refusals(plan), new(PlanLineStyle.Plain, 0, $"Plan {plan.PlanId}"),
        ];
    }

    /// <summary>What the plan means, without its operations.</summary>
    public static ImmutableArray<PlanLine> Summary(DeploymentPlan plan) =>
        plan.HasChanges ? [new(PlanLineStyle.Heading, 0, Title(plan)), .. Meaning(plan).Skip(1)] : [new(PlanLineStyle.Plain, 0, NoChanges(plan))];

    /// <summary>The lines of one operation of the plan: its headline, and the details below it.</summary>
    public static ImmutableArray<PlanLine> Operation(DeploymentPlan plan, PlanOperation operation) => OperationLines.Of(plan, operation);

    /// <summary>The headline of a phase.</summary>
    public static string PhaseTitle(int phase) => PhaseWords.Of(phase);

    /// <summary>The headline of a plan.</summary>
    internal static string Title(DeploymentPlan plan) =>
        $"Plan for environment {plan.Environment.Name}{(plan.Environment.Ring is { } ring ? $", ring {ring}" : string.Empty)} ({plan.Environment.Cloud}, definitions at {ObjectWords.Place(plan.Environment.DefinitionScope)})";

    /// <summary>The sentence of a plan that changes nothing.</summary>
    internal static string NoChanges(DeploymentPlan plan) => plan.Unchanged == 1 ? "No changes. 1 object is as declared." : $"No changes. {CountWords.Of(plan.Unchanged)} objects are as declared.";

    private static IEnumerable<PlanLine> Meaning(DeploymentPlan plan)
    {
        yield return new(PlanLineStyle.Heading, 0, "What this means");
        yield return new(PlanLineStyle.Plain, 2, PlanCounts.Of(plan).Sentence(plan.Unchanged));
        foreach (var statement in PlanMeaning.Of(plan)) yield return new(statement.Style, 2, $"{statement.Verb} {statement.Rest}");
        yield return new(PlanLineStyle.Faint, 2, GuardWords.Of(plan));
    }

    private static IEnumerable<PlanLine> Warnings(DeploymentPlan plan)
    {
        if (plan.Warnings.IsEmpty) return [];
        var lines = plan.Warnings.Select(warning => new PlanLine(PlanLineStyle.Warning, 2, $"{warning.Code}: {warning.Message}"));
        return [new(PlanLineStyle.Heading, 0, "Warnings"), .. lines, .. plan.HasChanges ? [PlanLine.Empty] : ImmutableArray<PlanLine>.Empty];
    }

    // At the end, where somebody who reads a terminal looks.
    private static IEnumerable<PlanLine> Refusals(DeploymentPlan plan)
    {
        if (plan.Refusals.IsEmpty) return [];
        var lines = plan.Refusals.Select(refusal => new PlanLine(PlanLineStyle.Failure, 2, $"{refusal.Code}: {refusal.Message}"));
        return [new(PlanLineStyle.Failure, 0, "A guard refuses this plan: it cannot be applied as it is"), .. lines, PlanLine.Empty];
    }

    private static IEnumerable<PlanLine> Phase(DeploymentPlan plan, IGrouping<int, PlanOperation> phase) =>
        [new(PlanLineStyle.Heading, 0, PhaseWords.Of(phase.Key)), .. phase.SelectMany(operation => OperationLines.Of(plan, operation)), PlanLine.Empty];
}

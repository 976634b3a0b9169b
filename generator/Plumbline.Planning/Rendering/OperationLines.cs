using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>The lines of one operation: a headline with sign and verb, and what there is to know below it.</summary>
internal static class OperationLines
{
    private const int HeadIndent = 2;
    private const int DetailIndent = 6;

    /// <summary>The headline and the details.</summary>
    public static ImmutableArray<PlanLine> Of(DeploymentPlan plan, PlanOperation operation)
    {
        var changes = ChangedValues.Of(operation);
        return
        [
            new(operation.Action.Style(), HeadIndent, $"{operation.Action.Sign()} {Headline(plan, operation)}"),
            .. Facts(plan, operation).Select(fact => new PlanLine(PlanLineStyle.Plain, DetailIndent, fact)),
            .. changes.Take(ChangedValues.Most).Select(change => change.Line(DetailIndent)),
            .. ChangedValues.Rest(changes.Length) is { } rest ? [new PlanLine(PlanLineStyle.Faint, DetailIndent, rest)] : ImmutableArray<PlanLine>.Empty,
            .. operation.Source is { } source ? [new PlanLine(PlanLineStyle.Faint, DetailIndent, $"from {source}")] : ImmutableArray<PlanLine>.Empty,
        ];
    }

    /// <summary>The headline without its sign.</summary>
    public static string Headline(DeploymentPlan plan, PlanOperation operation) => $"{Verb(plan, operation)} {ObjectWords.LabelWithPlace(operation)}{Mark(operation)}";

    /// <summary>What there is to know beside the differences.</summary>
    public static IEnumerable<string> Facts(DeploymentPlan plan, PlanOperation operation)
    {
        if (Because(operation) is { Length: > 0 } reasons) yield return $"because {reasons}";
        if (operation.Supersedes is { } old) yield return $"in place of {ObjectWords.NameIn(old)}, which stays until everything else is done";
        foreach (var fact in CreatedFacts.Of(operation)) yield return fact;
        if (operation.Phase == PlanPhase.Assignments && plan.Operations.Any(other => other.Phase == PlanPhase.Enforcement && string.Equals(other.Id, operation.Id, StringComparison.OrdinalIgnoreCase)))
            yield return "not the last word: step 6 sets how it is enforced";
    }

    private static string Because(PlanOperation operation)
    {
        var reasons = string.Join("; ", operation.Reasons.Select(Readable));
        if (operation.Principal is not { } principal || operation.Action == PlanAction.Delete) return reasons;
        return reasons.Length == 0 ? RoleWords.Because(principal) : $"{RoleWords.Because(principal)} ({reasons})";
    }

    private static string Verb(DeploymentPlan plan, PlanOperation operation) => operation switch
    {
        { Kind: ArmObjectKind.RoleAssignment, Action: PlanAction.Create } => "give",
        { Kind: ArmObjectKind.RoleAssignment, Action: PlanAction.Delete } => "take back",
        _ when PlanCounts.IsLaterStep(plan, operation) => "set enforcement of",
        _ => operation.Action.Verb(),
    };

    private static string Mark(PlanOperation operation)
    {
        if (operation.Action is PlanAction.Delete) return " [destructive]";
        if (operation is { Action: PlanAction.Create, Risk: PlanRisk.None }) return string.Empty;
        var change = operation.Class switch { PlanClass.Behaviour => "behaviour", PlanClass.Documentation => "documentation", _ => "ownership" };
        return operation.Risk switch
        {
            PlanRisk.None => $" [{change}]",
            PlanRisk.Review => $" [{change}, review]",
            _ => $" [{change}, destructive]",
        };
    }

    // parameters.added:minTls reads "parameters added: minTls".
    private static string Readable(string reason)
    {
        if (reason == "notDeclared") return "it is not declared any more";
        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || reason.Contains(' ', StringComparison.Ordinal) ? reason : $"{reason[..colon].Replace('.', ' ')}: {reason[(colon + 1)..]}";
    }
}

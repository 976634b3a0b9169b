using System.Globalization;
using Plumbline.Cli.Commands;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>Asks whether a plan is to be applied. What takes something away needs the plan's id, which nobody types without having seen the plan.</summary>
internal static class PlanApproval
{
    private const int Digits = 8;

    /// <summary>The options that approve without a question.</summary>
    /// <param name="Yes">Whether plans that take nothing away are approved.</param>
    /// <param name="Confirm">The id of the approved plan, or its first eight digits or more; or null.</param>
    internal sealed record Options(bool Yes, string? Confirm);

    /// <summary>Null when it is approved; else the exit code, with the reason reported.</summary>
    public static ExitCode? Refusal(CommandContext context, DeploymentPlan plan, Options options, SourceLocation at)
    {
        if (options.Confirm is { } given) return IsIdOf(plan, given) ? null : Wrong(context, plan, given);
        var isDestructive = plan.Operations.Any(operation => operation.Risk == PlanRisk.Destructive);
        if (options.Yes && !isDestructive) return null;
        if (context.World.IsInteractive) return Ask(context, plan, isDestructive);

        context.Console.Report([isDestructive ? DiagnosticCatalog.PlanIdNeeded(at, plan.PlanId) : DiagnosticCatalog.ConfirmationNeeded(at, plan.Operations.Length)], _ => null);
        return ExitCode.Usage;
    }

    private static ExitCode? Ask(CommandContext context, DeploymentPlan plan, bool isDestructive)
    {
        var wanted = isDestructive ? $"the first {Digits} digits of the plan's id" : "yes";
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Apply {plan.Operations.Length} change(s) to '{plan.Environment.Name}'? Type {wanted}:"));
        var answer = context.World.ReadLine()?.Trim() ?? "";
        if (isDestructive ? IsIdOf(plan, answer) : string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase)) return null;
        context.Console.WriteLine("Nothing was applied.");
        return ExitCode.Success;
    }

    private static ExitCode Wrong(CommandContext context, DeploymentPlan plan, string given)
    {
        context.Console.Report([DiagnosticCatalog.PlanIdDiffers(new SourceLocation("--confirm"), given, plan.PlanId)], _ => null);
        return ExitCode.Incomplete;
    }

    private static bool IsIdOf(DeploymentPlan plan, string text)
    {
        var digits = text.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? text["sha256:".Length..] : text;
        return digits.Length >= Digits && plan.PlanId["sha256:".Length..].StartsWith(digits, StringComparison.OrdinalIgnoreCase);
    }
}

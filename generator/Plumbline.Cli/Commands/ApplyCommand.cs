using System.CommandLine;
using System.Globalization;
using Plumbline.Arm.Deployment;
using Plumbline.Cli.Configuration;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline apply ENVIRONMENT</c>: plans, asks, and does it. A second time changes nothing.</summary>
internal static class ApplyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var yes = new Option<bool>("--yes", "-y") { Description = "Apply without asking; needed where nobody can answer" };
        var command = new Command("apply", "Deploy the definitions, the initiative and its assignment") { environment, yes };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            session => RunAsync(context, session, parse.GetValue(yes), cancellationToken),
            cancellationToken));
        return command;
    }

    /// <summary>Plans and applies; prints the plan, the progress and what was done.</summary>
    internal static async Task<ExitCode> RunAsync(CommandContext context, EnvironmentSession session, bool yes, CancellationToken cancellationToken)
    {
        var plan = await new PlanBuilder(session.Connection).BuildAsync(session.Desired, new PlanOptions(session.At), cancellationToken).ConfigureAwait(false);
        if (plan.Value is null) return EnvironmentCommands.Fail(context, plan.Failure, plan.Diagnostics);

        context.Console.Report(plan.Diagnostics, context.Workspace.Read);
        PlanRenderer.Print(context.Console, plan.Value, all: false);
        if (!plan.Value.HasChanges) return ExitCode.Success;
        if (!yes && session.Settings.Name != EnvironmentSettings.Local && Refused(context, session, plan.Value) is { } refusal) return refusal;

        var result = await new PlanApplier(session.Connection).ApplyAsync(plan.Value, progress: null, cancellationToken).ConfigureAwait(false);
        return Report(context, result);
    }

    private static ExitCode? Refused(CommandContext context, EnvironmentSession session, DeploymentPlan plan)
    {
        var changes = plan.Changes.Count(change => change.Action is ChangeAction.Create or ChangeAction.Update or ChangeAction.Delete);
        if (!context.World.IsInteractive)
        {
            context.Console.Report([DiagnosticCatalog.ConfirmationNeeded(session.At, changes)], _ => null);
            return ExitCode.Usage;
        }

        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Apply {changes} change(s) to '{session.Settings.Name}'? Type yes:"));
        if (string.Equals(context.World.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase)) return null;

        context.Console.WriteLine("Nothing was applied.");
        return ExitCode.Success;
    }

    private static ExitCode Report(CommandContext context, ApplyResult result)
    {
        context.Console.Report(result.Diagnostics, _ => null);
        foreach (var failed in result.Failed) context.Console.WriteLine($"! {failed.Change.Kind.TypeName()}/{failed.Change.Name} failed", "red");
        foreach (var waiting in result.NotStarted) context.Console.WriteLine($". {waiting.Kind.TypeName()}/{waiting.Name} not started", "dim");
        context.Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{result.Done.Length} done, {result.Failed.Length} failed, {result.NotStarted.Length} not started."),
            result.IsComplete ? "bold green" : "bold red");
        if (result.IsComplete) return ExitCode.Success;
        return result.Failed.IsEmpty ? ExitCode.Interrupted : EnvironmentCommands.CodeOf(result.Failed[0].Failure);
    }
}

using System.CommandLine;
using Plumbline.Arm.Deployment;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline plan ENVIRONMENT</c>: what a deployment would change. Reads only.</summary>
internal static class PlanCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var all = new Option<bool>("--all") { Description = "List unchanged objects too" };
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit with 5 when changes are pending" };
        var command = new Command("plan", "Show what a deployment would change") { environment, all, detailed };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            session => RunAsync(context, session, parse.GetValue(all), parse.GetValue(detailed), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, EnvironmentSession session, bool all, bool detailed, CancellationToken cancellationToken)
    {
        var plan = await new PlanBuilder(session.Connection).BuildAsync(session.Desired, new PlanOptions(session.At), cancellationToken).ConfigureAwait(false);
        if (plan.Value is null) return EnvironmentCommands.Fail(context, plan.Failure, plan.Diagnostics);

        context.Console.Report(plan.Diagnostics, context.Workspace.Read);
        PlanRenderer.Print(context.Console, plan.Value, all);
        return detailed && plan.Value.HasChanges ? ExitCode.Drift : ExitCode.Success;
    }
}

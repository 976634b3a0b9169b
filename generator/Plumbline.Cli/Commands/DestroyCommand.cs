using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Operations;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline destroy ENVIRONMENT</c>: deletes everything that was deployed for an environment, and nothing else.</summary>
internal static class DestroyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = new Argument<string>("environment") { Description = "An environment of plumbline.yaml, or 'local' for the embedded emulator" };
        var options = new ApplyCommandOptions();
        var command = new Command("destroy", "Delete everything that was deployed for an environment") { environment };
        options.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            async session =>
            {
                var (made, code) = await PlanMaker.MakeAsync(context, session, new PlanChoices([], Destroy: true), cancellationToken).ConfigureAwait(false);
                if (made is null) return code;
                PlanRenderer.Print(context.Console, made.Plan);
                context.Console.Report(made.Refusals, context.Workspace.Read);
                return await ApplyCommand.ApprovedAsync(context, session, made.Plan, options.Read(parse), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
